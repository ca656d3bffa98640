/** What something is said or planned on: a follow-up by the codes of its recommendation and addressee, or else one thing. */
type OnFollowUp = { recommendation: string; addressee: string };

/** What somebody says to others, by the address of their account; with what was replied. */
export interface ContentComment {
  by: string;
  on: OnFollowUp | { evidence: string };
  text: string;
  /** Accounts of those whom it speaks to. */
  mentions: string[];
  replies: { by: string; text: string }[];
  isResolved?: boolean;
}

/** What somebody is to do next: whoever enters it. */
export interface ContentStep {
  by: string;
  on: OnFollowUp | { source: string };
  what: string;
  /** EDTF. */
  dueOn: string;
}
