import { formWith, pdf } from '../support/files.js';
import type { Operation } from './document.js';
import type { Caller } from './people.js';
import type { Sent } from './wire.js';

/** A request before it is encoded: what recipes fill in and mutations spoil. */
export interface Draft {
  operation: Operation;
  caller: Caller;
  path: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  /** The body as a value; of a form, its fields. Undefined: there is none. */
  json?: unknown;
  /** The body as it is, in place of `json`. */
  raw?: string | Buffer;
  /** The path as it is, in place of all of it. */
  rawPath?: string;
}

/** What a recipe says of a request; the rest is drawn. */
export type Filling = Partial<Omit<Draft, 'operation'>>;

/** How a request came to be: as the document asks, by a recipe or by chance; spoiled; led to a failure; made on the way. */
export type Kind = 'valid' | 'likely' | 'spoiled' | 'garbage' | 'led' | 'prepared';

export function encode(draft: Draft): Sent {
  const { operation, caller } = draft;
  const { headers, body } = bodyOf(draft);
  return {
    method: operation.method,
    path: pathOf(draft),
    headers: { ...caller.headers, ...headers, ...draft.headers },
    body,
  };
}

export function pathOf({ operation, path, query, rawPath }: Draft): string {
  if (rawPath !== undefined) return rawPath;
  const filled = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => percent(path[name] ?? ''));
  const asked = query.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');
  return asked === '' ? filled : `${filled}?${asked}`;
}

const percent = (text: string): string => encodeURIComponent(text.toWellFormed());

function bodyOf({ operation, json, raw }: Draft): { headers: Record<string, string>; body?: string | Buffer } {
  if (raw !== undefined) return { headers: { 'content-type': 'application/json' }, body: raw };
  if (json === undefined) return { headers: {} };
  if (operation.body?.type === 'multipart/form-data')
    return formOf(typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {});
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
}

function formOf(fields: Record<string, unknown>): { headers: Record<string, string>; body: Buffer } {
  const texts = Object.entries(fields).filter(
    ([name, value]) => name !== 'file' && value !== null && value !== undefined,
  );
  const file = Buffer.isBuffer(fields['file']) ? fields['file'] : pdf();
  const { headers, payload } = formWith(
    file,
    Object.fromEntries(texts.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])),
    'fuzz.pdf',
  );
  return { headers, body: payload };
}
