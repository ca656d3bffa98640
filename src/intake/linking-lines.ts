// Lines that look like headings and are none: what joins, and what somebody said. Pure.

/** "3. Until then:" goes on with what is numbered, and names no part. */
export const LINKS =
  /^(?:until|before|after|pending|during|within|meanwhile|(?:in the )?(?:meantime|interim)|then|next|at once|immediately|to (?:this|that) end|in (?:so )?doing|as an?|for (?:this|that) purpose|with (?:this|that) in|while)\b/i;

/** 'We only want water': what somebody said, above what it is said about. */
export const IN_QUOTES = /^(['"])(?=\p{Lu})[^'"]{3,80}(?:'\p{Ll}[^'"]*)?\1$/u;
