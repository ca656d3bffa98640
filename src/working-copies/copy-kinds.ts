// Of what there are copies. It stands apart from the making, so that the server need not load what only the thread uses.

/** What a copy goes out as: its own kind where browsers know it, else PNG. */
export const PICTURES = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'image/avif': 'image/png',
  'image/tiff': 'image/png',
} as const;
export type PictureType = keyof typeof PICTURES;

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file as it was taken in, or its copy, and what its bytes are. */
export interface Original {
  bytes: Uint8Array;
  mediaType: string;
}
export type MadeCopy = Original;

export const isPicture = (mediaType: string): mediaType is PictureType => Object.hasOwn(PICTURES, mediaType);

export const hasCopy = (mediaType: string): boolean =>
  isPicture(mediaType) || mediaType === 'application/pdf' || mediaType === DOCX;
