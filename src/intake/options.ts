// Headings that open options. Pure.

const OPTIONS =
  /\b(?:options|(?:can|could|might) (?:be done|do|help|change)|entry points|levers|leverage|what would help)\b/i;

/** Whether a heading says what others could do, and not what who reads could. */
export const areOptions = (heading: string): boolean =>
  OPTIONS.test(heading) && !/\b(?:you|we|readers?)\b/i.test(heading);
