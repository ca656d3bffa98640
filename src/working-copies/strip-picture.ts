// Pictures inside documents keep their dots to the bit and lose what is written beside them. Pure.

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, at) => bytes[at] === byte);
/** Words, EXIF and the time of the last change. */
const TELLING = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];

/** What is neither JPEG nor PNG stays as it is. */
export function stripPicture(bytes: Uint8Array): Uint8Array {
  if (isJpeg(bytes)) return stripJpeg(bytes);
  return isPng(bytes) ? stripPng(bytes) : bytes;
}

/** Without comments and application segments (EXIF, XMP, IPTC, thumbnails), but for colours: ICC and Adobe's own. */
function stripJpeg(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [view.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    if (marker === 0xda) break;
    const end = at + 2 + view.readUInt16BE(at + 2);
    if (!isTellingSegment(marker, view.subarray(at + 4, end))) kept.push(view.subarray(at, end));
    at = end;
  }
  kept.push(view.subarray(at));
  return Buffer.concat(kept);
}

const isTellingSegment = (marker: number, content: Buffer): boolean =>
  marker === 0xfe ||
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee && !content.subarray(0, 11).equals(Buffer.from('ICC_PROFILE')));

function stripPng(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [view.subarray(0, 8)];
  for (let at = 8; at + 12 <= view.length;) {
    const end = at + 12 + view.readUInt32BE(at);
    const name = view.toString('latin1', at + 4, at + 8);
    if (!TELLING.includes(name)) kept.push(view.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
}
