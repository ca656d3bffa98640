import type { IntakeFileDto } from './arrival.dto.js';
import type { ReadDocument } from './read-document.js';

/** A document that was read, with what was said of it. */
export interface Arrival {
  said: IntakeFileDto;
  /** What it is called where neither it nor anybody says so. */
  name: string;
  bytes: Buffer;
  read: ReadDocument;
  /** Where it was fetched from; nothing of what was pasted or came as a file. */
  url?: string;
}
