import { cleanDocx } from './clean-docx.js';
import { cleanPdf } from './clean-pdf.js';
import { cleanPicture } from './clean-picture.js';
import { NoCopy } from './copy-fault.js';
import { DOCX, isPicture, type MadeCopy, type Original } from './copy-kinds.js';

/** The same to look at, without what is written beside it. */
export async function makeCopy({ bytes, mediaType }: Original): Promise<MadeCopy> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPicture(mediaType)) return cleanPicture(whole, mediaType);
  if (mediaType === 'application/pdf') return { bytes: await cleanPdf(whole), mediaType };
  if (mediaType === DOCX) return { bytes: await cleanDocx(whole), mediaType };
  throw new NoCopy('no-such-copy');
}
