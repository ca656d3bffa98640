import type { FastifyInstance } from 'fastify';
import { type Fault, Problem, problems } from './problem.js';
import { say } from './words.js';

/** Deeper than anything that Heed takes, and far from what exhausts a stack. */
const DEEPEST = 32;

/**
 * Reads JSON bodies as Heed wants them: valid UTF-8, not nested without end, no `__proto__`, no key twice, no NUL and no half characters.
 * Everything else that Fastify would parse (text/plain, forms) is refused with 415.
 */
export function readJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = decode(body as Buffer);
      checkShape(text);
      void parse(request, text, (error, value: unknown) => {
        done(error ? problems.malformedBody(say`It is not JSON.`) : checkTexts(value), value);
      });
    } catch (error) {
      done(error instanceof Problem ? error : problems.malformedBody(say`It is not JSON.`), undefined);
    }
  });
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw problems.malformedBody(say`It is not valid UTF-8.`);
  }
}

/**
 * Counts brackets outside of strings, so that no parser ever sees ten thousand of them, and finds keys that come twice: whoever
 * stands before Heed might read the other one.
 */
function checkShape(text: string): void {
  const open: Set<string>[] = [];
  for (const [token, key] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (key !== undefined) checkKey(key, open.at(-1));
    else if (token === '[' || token === '{') open.push(new Set());
    else if (token === ']' || token === '}') open.pop();
    if (open.length > DEEPEST) throw problems.malformedBody(say`It is nested more than ${String(DEEPEST)} deep.`);
  }
}

/** What is no JSON is found by the parser. */
function checkKey(written: string, keys: Set<string> | undefined): void {
  const key = readKey(written);
  if (key === undefined || !keys) return;
  if (keys.has(key)) throw problems.malformedBody(say`A key comes twice.`);
  keys.add(key);
}

function readKey(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}

function checkTexts(body: unknown): Problem | null {
  const faults: Fault[] = [];
  visit(body, '', faults);
  return faults.length > 0 ? problems.invalidInput(faults) : null;
}

function visit(value: unknown, pointer: string, faults: Fault[]): void {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
    faults.push({ pointer, code: 'not-text', message: say`Holds a character that is none.` });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) visit(inner, `${pointer}/${key}`, faults);
  }
}
