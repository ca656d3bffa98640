/** Why there is no working copy of a file. */
export type CopyFault =
  'no-such-copy' | 'locked' | 'damaged-file' | 'holds-files' | 'too-much-inside' | 'took-too-long';

/** Thrown where a copy is made, and answered by name. */
export class NoCopy extends Error {
  constructor(readonly fault: CopyFault) {
    super(fault);
  }
}
