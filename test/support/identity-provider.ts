// Starts identity providers as processes of their own, and goes to them as a browser does.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ORIGIN } from './world.js';

const PROGRAM = fileURLToPath(new URL('./oidc-server.mjs', import.meta.url));

/** What the next ID token says instead of what is so. */
export interface Altered {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  signed?: 'as ever' | 'not at all' | 'with the secret' | 'with another key';
}

export class RunningProvider {
  readonly clientId = 'heed';
  readonly clientSecret = 'a secret of thirty-two characters';

  private constructor(
    private readonly child: ChildProcess,
    readonly host: string,
  ) {}

  static async start(origin = ORIGIN, at?: number): Promise<RunningProvider> {
    const port = at ?? (await freePort());
    const env = { ...process.env, NODE_OPTIONS: '', NODE_NO_WARNINGS: '1' };
    const child = fork(PROGRAM, [String(port), `${origin}/sign-in/return`], {
      env,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return new RunningProvider(child, `127.0.0.1:${String(port)}`);
  }

  get issuer(): string {
    return `http://${this.host}`;
  }

  /** What the next token says; once. */
  alter(alter: Altered): Promise<void> {
    return this.tell({ alter });
  }

  /** New keys, and the old ones are gone. */
  rotate(): Promise<void> {
    return this.tell({ rotate: true });
  }

  /** Goes where Heed sends the browser, signs in there under a name, and comes back: what stands behind "?" then. */
  async visit(address: string, name: string): Promise<string> {
    const jar = new Map<string, string>();
    let answer = await ask(address, jar);
    for (let steps = 0; steps < 8; steps += 1) {
      const location = answer.headers.get('location');
      if (location?.includes('/sign-in/return?')) return new URL(location).search.slice(1);
      const next = location === null ? answer.url : new URL(location, answer.url).href;
      answer = location === null ? await ask(next, jar, `name=${encodeURIComponent(name)}`) : await ask(next, jar);
    }
    throw new Error(`The provider never sends the browser back: ${String(answer.status)} ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill();
    await gone;
  }

  private async tell(message: Record<string, unknown>): Promise<void> {
    const id = randomUUID();
    this.child.send({ id, ...message });
    for (;;) {
      const [told] = (await once(this.child, 'message')) as [{ id: string }];
      if (told.id === id) return;
    }
  }
}

async function ask(address: string, jar: Map<string, string>, form?: string): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const sent = form === undefined ? {} : { method: 'POST', body: form };
  const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(address, { ...sent, redirect: 'manual', headers: { cookie, ...type } });
  for (const given of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
