/** One fault within a request. */
export class FaultView {
  /**
   * Where: a JSON pointer into the body, `?name` for a query parameter, or the name of a header.
   * @example /occurredOn
   */
  pointer!: string;
  /**
   * Stable.
   * @example unknown-field
   */
  code!: string;
  /** For people, in the language of the answer. */
  message!: string;
}

/** A failure (RFC 9457). What it says to people is English, or Korean where Accept-Language prefers it: `Content-Language` says which; codes are the same in both. Further members depend on `code`: `unmet`, `allowed`, `changed`, `currentVersion`, `permission`, `retryAfter` (seconds), `into`, `conflicts`, `kinds` (of second factors), `opensAlone`. */
export class ProblemView {
  /** Names the kind of problem; not an address to fetch. */
  type!: string;
  title!: string;
  status!: number;
  /** What happened, that nothing was changed, and what to do. */
  detail!: string;
  /**
   * Stable, for programs.
   * @example not-found
   */
  code!: string;
  errors!: FaultView[];
  /** To tell the operator. */
  requestId!: string;
}
