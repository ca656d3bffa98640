// The commands as an operator runs them: processes of the build, each with settings of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';

const root = new URL('../..', import.meta.url);

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export type Settings = Record<string, string>;

/** A process of `dist/src/NAME.js`, with none of this run's own settings. */
export class Command {
  out = '';
  err = '';
  readonly ended: Promise<Ended>;
  readonly process: ChildProcess;

  constructor(name: 'main' | 'setup' | 'recover' | 'migrate', settings: Settings, parameters: string[] = []) {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
    const script = new URL(`dist/src/${name}.js`, root).pathname;
    this.process = spawn(process.execPath, [script, ...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = once(this.process, 'close').then(([code]) => ({ code: code as number, out: this.out, err: this.err }));
  }

  /** Settles once a line begins so; throws where the process ends before. */
  async says(beginning: string): Promise<string> {
    const said = (): string | undefined => this.out.split('\n').find((line) => line.startsWith(beginning));
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const line = said();
        if (line !== undefined && this.out.includes(`${line}\n`)) resolve(line.slice(beginning.length).trim());
      };
      look();
      this.process.stdout?.on('data', look);
      void this.ended.then(({ out, err }) => {
        reject(new Error(`It ended before it said "${beginning}": ${out}${err}`));
      });
    });
  }
}

/** Runs a script of package.json to its end, as an operator does. */
export async function runScript(name: string, settings: Settings): Promise<Ended> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
  const script = spawn('npm', ['run', name, '--silent'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(script.stdout), text(script.stderr), once(script, 'close')]);
  return { code: code as number, out, err };
}

/** Runs a command to its end. */
export const runToEnd = (...command: ConstructorParameters<typeof Command>): Promise<Ended> =>
  new Command(...command).ended;

/** The value of a printed line. */
export const valueOf = (out: string, name: string): string | undefined =>
  out
    .split('\n')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);

export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return String(port);
}
