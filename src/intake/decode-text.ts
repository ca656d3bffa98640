// From bytes to text: UTF-8, UTF-16, or the old Western encoding where it is neither. Pure.

const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** What a page says of itself, in its first kilobyte. */
const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;

/** The text of a file; a page of the web may name its encoding itself. What is no character becomes U+FFFD. */
export function decodeText(bytes: Buffer): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const encoding = marked ?? unmarked(bytes);
  return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '\uFFFD').toWellFormed();
}

function unmarked(bytes: Buffer): string {
  if (isUtf8(bytes)) return withoutMark(bytes) ?? 'utf-8';
  const named = CHARSET.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1];
  return named !== undefined && isKnown(named) ? named : (withoutMark(bytes) ?? 'windows-1252');
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // The decoder says no by throwing.
  }
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/** Western text in UTF-16 without its mark has a zero in every second byte. */
function withoutMark(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 2048);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const half = head.length / 4;
  if ((zeros[1] ?? 0) > half) return 'utf-16le';
  return (zeros[0] ?? 0) > half ? 'utf-16be' : undefined;
}
