import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/access/actor.js';
import { FRESH_SIGN_IN, PERMISSIONS } from '../../src/access/permissions.js';

const text = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
const [header, , ...lines] = text
  .slice(text.indexOf('| permission |'))
  .split('\n\n')[0]!
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('docs/access.md', () => {
  it('has a column for each role', () => {
    expect(header?.slice(2)).toEqual([...ROLES]);
  });

  it('shows the table of permissions as it is', () => {
    const written = Object.fromEntries(
      lines.map(([name, , ...cells]) => [name, ROLES.filter((_, i) => cells[i] === 'yes')]),
    );
    const real = Object.fromEntries(
      Object.entries(PERMISSIONS).map(([name, roles]) => [
        `\`${name}\``,
        ROLES.filter((role) => (roles as readonly string[]).includes(role)),
      ]),
    );
    expect(written).toEqual(real);
    expect(lines.flatMap(([, , ...cells]) => cells).filter((cell) => !['yes', '-'].includes(cell))).toEqual([]);
  });

  it('names the permissions that ask for a fresh sign-in', () => {
    const sentence = /^Acts under (.*) ask for a sign-in/m.exec(text)?.[1];
    expect(sentence?.match(/[a-z.]+\.[a-z]+/g)?.sort()).toEqual([...FRESH_SIGN_IN].sort());
  });
});
