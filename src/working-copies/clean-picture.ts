// Pictures without what cameras, phones and programs write into them.

import sharp, { type Sharp } from 'sharp';
import { NoCopy } from './copy-fault.js';
import { type MadeCopy, PICTURES, type PictureType } from './copy-kinds.js';
import { MOST_MILLISECONDS, MOST_PIXELS } from './copy-limits.js';

type Written = (typeof PICTURES)[PictureType];
const WRITE: Record<Written, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 92 }),
  'image/gif': (picture) => picture.gif(),
};

/** Drawn anew from its dots, upright as its camera meant it: nothing else of the file goes over. */
export async function cleanPicture(bytes: Buffer, mediaType: PictureType): Promise<MadeCopy> {
  const written = PICTURES[mediaType];
  sharp.concurrency(1);
  sharp.cache(false);
  const read = sharp(bytes, {
    limitInputPixels: MOST_PIXELS,
    failOn: 'error',
    animated: mediaType === 'image/gif' || mediaType === 'image/webp',
  });
  try {
    const drawn = WRITE[written](
      read
        .timeout({ seconds: MOST_MILLISECONDS / 1000 })
        .autoOrient()
        .toColourspace('srgb'),
    );
    return { bytes: await drawn.toBuffer(), mediaType: written };
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw new NoCopy(isTooLarge ? 'too-much-inside' : 'damaged-file');
  }
}
