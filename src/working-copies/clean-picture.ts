// Pictures without what cameras, phones and programs write into them.

import sharp, { type Sharp } from 'sharp';
import { NoCopy } from './copy-fault.js';
import { MOST_MILLISECONDS, MOST_PIXELS } from './copy-limits.js';

/** In which form the copy of each kind goes out: its own where browsers know it, else PNG. */
const FORMS: Record<string, { mediaType: string; write: (picture: Sharp) => Sharp }> = {
  'image/jpeg': {
    mediaType: 'image/jpeg',
    write: (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  },
  'image/png': { mediaType: 'image/png', write: (picture) => picture.png() },
  'image/webp': { mediaType: 'image/webp', write: (picture) => picture.webp({ quality: 92 }) },
  'image/gif': { mediaType: 'image/gif', write: (picture) => picture.gif() },
  'image/avif': { mediaType: 'image/png', write: (picture) => picture.png() },
  'image/tiff': { mediaType: 'image/png', write: (picture) => picture.png() },
};

export const isPicture = (mediaType: string): boolean => Object.hasOwn(FORMS, mediaType);

/** Drawn anew from its dots, upright as its camera meant it: nothing else of the file goes over. */
export async function cleanPicture(bytes: Buffer, mediaType: string): Promise<{ bytes: Buffer; mediaType: string }> {
  const form = FORMS[mediaType];
  if (!form) throw new NoCopy('no-such-copy');
  sharp.concurrency(1);
  sharp.cache(false);
  const read = sharp(bytes, {
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    animated: mediaType === 'image/gif' || mediaType === 'image/webp',
  });
  try {
    const drawn = form.write(
      read
        .timeout({ seconds: MOST_MILLISECONDS / 1000 })
        .autoOrient()
        .toColourspace('srgb'),
    );
    return { bytes: await drawn.toBuffer(), mediaType: form.mediaType };
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw new NoCopy(isTooLarge ? 'too-much-inside' : 'damaged-file');
  }
}
