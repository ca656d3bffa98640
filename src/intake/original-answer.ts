// How the original of a document is handed out. Pure.

import { fileNameOf as nameOf } from '../evidence/content-disposition.js';
import type { Original } from './intake.service.js';

/** Its title, with an ending that says what it is. */
export const fileNameOf = ({ title, mediaType }: Original): string =>
  mediaType === 'text/html'
    ? `${nameOf(title.replace(/\.x?html?$/i, ''), 'text/plain').replace(/\.\w+$/, '')}.html`
    : nameOf(title, mediaType);

/** Whatever the bytes are, no browser runs or shows them as ours. */
export const headersOf = ({ sha256 }: Original): Record<string, string> => ({
  etag: `"${sha256}"`,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
