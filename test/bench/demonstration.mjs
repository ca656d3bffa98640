// A demonstration of its own for a measurement, on a port that is free; its data go with it.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode, root } from '../../bin/runtime.mjs';

export async function startDemonstration() {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const data = await mkdtemp(join(tmpdir(), 'heed-page-'));
  // As root PostgreSQL runs as another user, who has to pass through; elsewhere its cluster would be left behind.
  await chmod(data, 0o711);
  const child = spawn(findNode(), ['dist/src/main.js', '--demo'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HEED_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const isReady = () =>
    fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('The demonstration ended before it began.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { address, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
