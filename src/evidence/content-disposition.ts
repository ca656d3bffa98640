// How a download is named (RFC 6266). Pure.

import { nameWithEnding } from './file-kinds.js';

/** What file systems, shells and eyes trip over: separators, quotes, control characters, marks that turn writing round. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\/:*?"<>|%;]+/gu;
const LONGEST = 100;

/** A name for the bytes of a piece, from its title: no path, nothing hidden, an ending that says what they are. */
export function fileNameOf(title: string, mediaType: string): string {
  const safe = title
    .toWellFormed()
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = nameWithEnding(safe || 'evidence', mediaType);
  const ending = named.slice(named.lastIndexOf('.'));
  const stem = [...named.slice(0, -ending.length)]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  return `${stem || 'evidence'}${ending}`;
}

/** `attachment` always; in ASCII for old programs, and as it is for all others (RFC 8187). */
export function attachment(fileName: string): string {
  const ascii = fileName.normalize('NFKD').replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
