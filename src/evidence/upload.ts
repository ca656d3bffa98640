import type { FastifyRequest } from 'fastify';
import type { Multipart } from '@fastify/multipart';
import { isOfDisk } from '../common/disk.js';
import { Problem, problems } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import type { FormFile } from './inspection.js';

/** A form with one file, whose bytes have not been read yet. */
export interface Upload {
  /** What came before the file. */
  fields: Record<string, string>;
  file: FormFile;
  /** As the client said it: good for a title, never for a path. */
  fileName: string;
  /** After the file: throws where the form goes on, or breaks off. */
  end: () => Promise<void>;
}

/** Runs `work` on the form of a request; whatever becomes of it, the rest of the request is let go. */
export async function withUpload<T>(
  request: FastifyRequest,
  most: number,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw problems.formExpected();
  if (Number(request.headers['content-length'] ?? 0) > most + FORM_BYTES) {
    letGo(request);
    throw problems.fileTooLarge(most);
  }
  let upload: Upload | undefined;
  try {
    upload = await readUpload(request, most);
    return await work(upload);
  } catch (error) {
    letGo(request);
    // Where our disk takes no more, the file breaks off too, but not by the client.
    throw !(error instanceof Problem) && !isOfDisk(error) && brokeOff(request, upload?.file)
      ? problems.malformedBody(say`It broke off.`)
      : error;
  }
}

/** Fields and the lines between them. */
const FORM_BYTES = 1024 * 1024;
const LIMITS = { fields: 20, fieldNameSize: 100, fieldSize: 100_000, files: 1, parts: 21, headerPairs: 20 };

async function readUpload(request: FastifyRequest, most: number): Promise<Upload> {
  const parts = request.parts({ limits: { ...LIMITS, fileSize: most } });
  const fields: Record<string, string> = {};
  for (;;) {
    const part = await nextOf(parts);
    if (!part) throw problems.invalidInput([{ pointer: '/file', code: 'required', message: say`Send a file.` }]);
    if (part.type === 'file') {
      checkName(part.fieldname);
      return { fields, file: part.file, fileName: part.filename, end: () => checkEnd(parts) };
    }
    addField(fields, part);
  }
}

function addField(fields: Record<string, string>, part: Extract<Multipart, { type: 'field' }>): void {
  const fault = faultOf(fields, part);
  if (fault) throw problems.invalidInput([{ pointer: `/${part.fieldname}`, ...fault }]);
  fields[part.fieldname] = part.value as string;
}

function faultOf(
  fields: Record<string, string>,
  part: Extract<Multipart, { type: 'field' }>,
): { code: string; message: Words } | undefined {
  if (part.fieldnameTruncated || part.valueTruncated) return { code: 'too-long', message: say`This is too long.` };
  if (typeof part.value !== 'string' || part.value.includes('\0'))
    return { code: 'not-text', message: say`Send it as text.` };
  if (Object.hasOwn(fields, part.fieldname)) return { code: 'repeated', message: say`Send each field once.` };
  return undefined;
}

function checkName(name: string): void {
  if (name !== 'file')
    throw problems.invalidInput([
      { pointer: `/${name}`, code: 'unknown-field', message: say`The file goes into the field "file".` },
    ]);
}

/** Fields that come after the file could not have been looked at before it was stored. */
async function checkEnd(parts: AsyncIterator<Multipart>): Promise<void> {
  if (await nextOf(parts))
    throw problems.invalidInput([
      { pointer: '/file', code: 'not-last', message: say`The file is the last part of the form, and the only file.` },
    ]);
}

/** The next part; whatever the parser stumbles over is the form's fault. */
async function nextOf(parts: AsyncIterator<Multipart>): Promise<Multipart | undefined> {
  try {
    const { value, done } = (await parts.next()) as IteratorResult<Multipart, undefined>;
    return done ? undefined : value;
  } catch {
    throw problems.malformedBody(say`It is not a whole form with one file.`);
  }
}

/** A form that broke off is the client's failure, not ours. */
const brokeOff = ({ raw }: FastifyRequest, file: FormFile | undefined): boolean =>
  file?.errored != null || (raw.destroyed && !raw.complete);

/** Nobody waits for what is still on its way: without this the connection would stand still. */
function letGo(request: FastifyRequest): void {
  request.raw.unpipe();
  request.raw.resume();
}
