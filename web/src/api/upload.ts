// Files on their way. Only XMLHttpRequest tells in every browser how much of one has left.

import i18next from 'i18next';
import { connection } from './connection';
import { Problem } from './problem';
import { session } from './session';

export interface Sending {
  /** How much has left, 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

/** Sends a form with a file; what the server refuses is thrown as a Problem, as everywhere. */
export function upload<Body>(path: string, form: FormData, { onProgress, signal }: Sending): Promise<Body> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('X-Heed-Request', '1');
    request.setRequestHeader('Accept-Language', i18next.language);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => void settle<Body>(request).then(resolve, reject);
    request.onerror = () => {
      connection.lost();
      reject(Problem.offline());
    };
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

async function settle<Body>(request: XMLHttpRequest): Promise<Body> {
  connection.found();
  if (request.status < 300) return JSON.parse(request.responseText) as Body;
  const type = request.getResponseHeader('content-type') ?? '';
  const problem = await Problem.of(
    new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
  );
  if (problem.asksForSignIn) session.lost(problem.code);
  throw problem;
}
