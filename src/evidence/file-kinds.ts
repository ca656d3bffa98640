// Which files are taken as evidence, and what their names may end in. Pure.

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** By media type as sniffed: endings that a download may have, its own first. What isn't here is refused. */
const ENDINGS: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg jpeg',
  'image/png': 'png',
  'image/apng': 'png apng',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heif heic',
  'image/tiff': 'tif tiff',
  'image/bmp': 'bmp',
  'image/jxl': 'jxl',
  [`${OFFICE}.wordprocessingml.document`]: 'docx',
  [`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
  [`${OFFICE}.presentationml.presentation`]: 'pptx',
  [`${OFFICE}.presentationml.slideshow`]: 'ppsx',
  [`${OPEN}.text`]: 'odt',
  [`${OPEN}.spreadsheet`]: 'ods',
  [`${OPEN}.presentation`]: 'odp',
  // The box that .doc, .xls, .ppt, .msg and Korean .hwp come in; from its first bytes it does not say which.
  'application/x-cfb': 'cfb doc xls ppt msg hwp',
  'application/rtf': 'rtf',
  'application/epub+zip': 'epub',
  // Office documents may tell what they are too far in to be seen: they are ZIP all the same.
  'application/zip': 'zip docx xlsx pptx odt ods odp hwpx',
  'text/plain': 'txt csv tsv md log srt vtt',
  'message/rfc822': 'eml',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a mp4',
  'audio/x-m4a': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg oga',
  'audio/ogg; codecs=opus': 'opus ogg',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/aiff': 'aiff aif',
  'video/mp4': 'mp4',
  'video/x-m4v': 'm4v mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/matroska': 'mkv',
  'video/ogg': 'ogv ogg',
  'video/mpeg': 'mpg mpeg',
  'video/3gpp': '3gp',
  'video/3gpp2': '3g2',
  'video/vnd.avi': 'avi',
  'video/x-ms-asf': 'wmv asf',
  'audio/x-ms-asf': 'wma asf',
};

export const isTaken = (mediaType: string): boolean => Object.hasOwn(ENDINGS, mediaType);

/** What is made here, and taken from nobody. */
const MADE: Record<string, string> = { 'application/warc': 'warc.gz' };

/** A title with an ending that says what the bytes are: the title's own where it fits them, else one of ours. */
export function nameWithEnding(name: string, mediaType: string): string {
  const endings = (ENDINGS[mediaType] ?? MADE[mediaType] ?? 'bin').split(' ');
  const own = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  return own !== undefined && endings.includes(own) ? name : `${name}.${endings[0] ?? 'bin'}`;
}
