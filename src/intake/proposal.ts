import type { Span } from './document.js';
import type { Reason } from './reason.js';

/** A recommendation found in a document, before a person has looked at it. */
export interface Proposal {
  /** Its words, verbatim but for runs of whitespace, each of which is one space. */
  text: string;
  /** Who is asked: states by UN short name, bodies by full name, groups by their noun. */
  addressees: string[];
  /** Whom the addressees are asked to move. */
  targets: string[];
  /** By whose hands the addressee is to act ("through his Special Representative"). */
  through: string[];
  /** The nearest heading above, without a final colon. */
  section: string | null;
  /** What one would cite: `147.12`, `101 (b)`. */
  label: string | null;
  /** Who recommends, where the document names them one by one. */
  by: string[];
  /** The day by which it is asked for, `YYYY-MM-DD`. */
  due: string | null;
  /** What the ask consists of, where it lists parts that are not asks of their own. */
  parts: string[];
  /** Which rule found it, in English. */
  why: string;
  /** The same for machines, and for other languages. */
  reason: Reason;
  /** Its place in the text of the document. */
  span: Span;
}
