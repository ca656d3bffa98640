/** Of a document that is to be read, whatever larger files the settings let in. */
export const MOST_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** How large a file may be, as the settings say. */
export class FileLimits {
  constructor(readonly maxFileBytes: number) {}

  get maxDocumentBytes(): number {
    return Math.min(MOST_DOCUMENT_BYTES, this.maxFileBytes);
  }
}
