// Files on their way. Only XMLHttpRequest tells in every browser how much of one has left.

import i18next from 'i18next';
import { connection } from './connection';
import { Problem } from './problem';
import { me, queryClient } from './queries';
import { session } from './session';

export interface Sending {
  /** How much has left, 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

/** Sends a form with a file; what the server refuses is thrown as a Problem, as everywhere. What it would refuse for its size is not sent. */
export async function upload<Body>(path: string, form: FormData, sending: Sending): Promise<Body> {
  const takes = queryClient.getQueryData(me.queryKey)?.takes;
  const most = takes && takes[path.endsWith('/intake') ? 'document' : 'file'];
  const file = form.get('file');
  if (most !== undefined && file instanceof File && file.size > most) throw Problem.tooLarge(most);
  return send(path, form, sending);
}

function send<Body>(path: string, form: FormData, { onProgress, signal }: Sending): Promise<Body> {
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
