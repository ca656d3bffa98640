import type { RequestListener } from 'node:http';
import { exe } from '../../support/files.js';
import type { Round } from '../round.js';

/** A site in the open internet, as the fuzz has it. */
export const OUTSIDE = 'https://fuzz.example';

const PAGES: Record<string, [type: string, body: string | Buffer]> = {
  '/letter': ['text/html', '<html><p>We urge Norway to publish the report of the inquiry in full.</p></html>'],
  '/program': ['application/octet-stream', exe()],
};

export const answerOutside: RequestListener = ({ url = '' }, response) => {
  const [type, body] = PAGES[url] ?? [];
  if (type === undefined) response.writeHead(404).end();
  else response.setHeader('content-type', type).end(body);
};

/** Whether the workspace lets Heed fetch what links lead to. */
export const switchCopies = (round: Round, isOn: boolean): Promise<unknown> =>
  round.a.rows('UPDATE workspace SET keeps_copies = $2 WHERE id = $1 AND keeps_copies <> $2', [
    round.a.workspaceId,
    isOn,
  ]);
