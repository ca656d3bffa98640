/** What happened: the action in the past tense (`track.transitioned`), to what, and what changed. */
export interface Happening {
  action: string;
  objectType: string;
  objectId: string | null;
  objectVersion?: number;
  level?: 'public' | 'coalition' | 'organization' | 'restricted';
  outcome?: 'allow' | 'deny';
  /** Encrypted; still, never a secret or the words of evidence. */
  details?: Record<string, unknown>;
}
