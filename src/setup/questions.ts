// Asks on the terminal what setup has not been told, and checks all of it as the API would check a body.

import { createInterface } from 'node:readline';
import { InputPipe } from '../common/validation.js';
import { type Fault, Problem } from '../common/problem.js';
import { type SetupWishes, type Wish, WISHES } from '../setup-wishes.js';
import { StartRefusal } from '../start-refusal.js';
import { FirstWorkspaceDto } from './first-workspace.dto.js';

const QUESTIONS: Record<Wish, string> = {
  slug: 'Name of the workspace in addresses, which never changes (such as dprk)',
  name: 'Name of the workspace (such as Recommendations on North Korea)',
  timeZone: 'Its time zone (such as Asia/Seoul)',
  languages: 'Its languages, with commas between them (such as en,ko)',
  organization: 'Organization of the first administrator',
  email: 'E-mail address of the first administrator',
};

/** What is to be founded. Throws StartRefusal naming everything that is missing without a terminal, or is wrong. */
export async function askFor(wishes: SetupWishes, isTerminal: boolean): Promise<FirstWorkspaceDto> {
  const missing = (Object.keys(WISHES) as Wish[]).filter((wish) => wishes[wish] === undefined);
  if (missing.length > 0 && !isTerminal) throw new StartRefusal(listOf('Setup has to be told', missing.map(toTell)));
  const answers = missing.length > 0 ? await askEach(missing) : {};
  return check({ ...wishes, ...answers });
}

/** The terminal stays in its own mode: Ctrl-C ends the command, and what was pasted at once is taken line by line. */
async function askEach(missing: Wish[]): Promise<Partial<Record<Wish, string>>> {
  const terminal = createInterface({ input: process.stdin, terminal: false });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    const answers: Partial<Record<Wish, string>> = {};
    for (const wish of missing) {
      process.stdout.write(`${QUESTIONS[wish]}: `);
      const { value, done } = await lines.next();
      if (done) throw new StartRefusal('The answers ended early. Nothing was founded.');
      answers[wish] = value.trim();
    }
    return answers;
  } finally {
    terminal.close();
  }
}

async function check({ newLink: _, languages = '', ...told }: SetupWishes): Promise<FirstWorkspaceDto> {
  const body = { ...told, languages: languages.split(',').map((language) => language.trim()) };
  try {
    const checked: unknown = await new InputPipe().transform(body, { type: 'body', metatype: FirstWorkspaceDto });
    return checked as FirstWorkspaceDto;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new StartRefusal(listOf('Setup does not take', error.errors.map(toMend)));
  }
}

const toTell = (wish: Wish): string => `--${WISHES[wish].flag} or ${WISHES[wish].variable}: ${QUESTIONS[wish]}`;

function toMend({ pointer, message }: Fault): string {
  const wish = pointer.split('/')[1] as Wish;
  return `--${WISHES[wish].flag}: ${message.en}`;
}

const listOf = (title: string, lines: string[]): string =>
  [`${title}:`, ...lines.map((line) => `- ${line}`)].join('\n');
