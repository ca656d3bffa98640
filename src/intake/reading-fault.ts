// Why a document was not read: what a reader throws, by name.

export const READING_FAULTS = [
  'not-taken',
  'empty',
  'no-text',
  'encrypted',
  'damaged-document',
  'too-many-pages',
  'too-much-inside',
  'took-too-long',
  'took-too-much-memory',
] as const;
export type FaultName = (typeof READING_FAULTS)[number];

/** A document that is not read, and why. */
export class ReadingFault extends Error {
  readonly fault: FaultName;

  constructor(fault: FaultName, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}
