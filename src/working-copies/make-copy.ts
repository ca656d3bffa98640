import { cleanDocx } from './clean-docx.js';
import { cleanPdf } from './clean-pdf.js';
import { cleanPicture, isPicture } from './clean-picture.js';
import { NoCopy } from './copy-fault.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file as it was taken in, and what its bytes say it is. */
export interface Original {
  bytes: Uint8Array;
  mediaType: string;
}

export interface MadeCopy {
  bytes: Uint8Array;
  mediaType: string;
}

export const hasCopy = (mediaType: string): boolean =>
  isPicture(mediaType) || mediaType === 'application/pdf' || mediaType === DOCX;

/** The same to look at, without what is written beside it. */
export async function makeCopy({ bytes, mediaType }: Original): Promise<MadeCopy> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPicture(mediaType)) return cleanPicture(whole, mediaType);
  if (mediaType === 'application/pdf') return { bytes: await cleanPdf(whole), mediaType };
  if (mediaType === DOCX) return { bytes: await cleanDocx(whole), mediaType };
  throw new NoCopy('no-such-copy');
}
