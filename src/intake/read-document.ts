// What goes into a thread that reads, and what comes out of it.

import type { AsSource } from './as-source.js';
import type { IntakeDocument } from './document.js';
import type { IntakeFormat } from './intake.entity.js';
import type { Proposal } from './proposal.js';

/** Bytes with what is known of them: what they are, or only what the file was called. */
export type Unread = { bytes: Uint8Array } & ({ format: 'text' | 'html' } | { name: string });

export interface ReadDocument {
  format: IntakeFormat;
  mediaType: string;
  document: IntakeDocument;
  proposals: Proposal[];
  asSource: AsSource;
}
