import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/**
 * A free port of 127.0.0.1. The one in the file is kept while it is free, so that an address which somebody wrote down
 * goes on working; `another` asks for a different one.
 */
export async function choosePort(file: string, another = false): Promise<number> {
  const kept = another ? 0 : Number(await readFile(file, 'utf8').catch(() => 0));
  if (kept && (await listenOnce(kept))) return kept;
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('127.0.0.1 has no free port.');
  await writeFile(file, `${port}\n`, { mode: 0o600 });
  return port;
}

function listenOnce(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
