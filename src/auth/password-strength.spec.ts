import { describe, expect, it } from '@jest/globals';
import { Problem } from '../common/problem.js';
import { asTyped } from './korean-words.js';
import { refuseWeak } from './password-strength.js';

const KNOWN = [
  'ha-neul.kim@saebyeok.example',
  'Kim Ha-neul',
  'nk-watch',
  'Recommendations on North Korea',
  '새벽인권연대',
];

const judged = async (password: string): Promise<Problem | undefined> => {
  try {
    await refuseWeak(password, '/password', KNOWN);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
};

describe('a new password', () => {
  it.each([
    ['a common one', 'password1234', 'a common word or password'],
    ['a common one with signs for letters', 'P@ssw0rd2026', 'a common word or password'],
    ['keys in a row', 'qwertyuiop[]', 'keys of the keyboard'],
    ['one character', 'aaaaaaaaaaaaaaaa', 'repeats itself'],
    ['one word again and again', 'abcabcabcabcabc', 'repeats itself'],
    ['a row', '123456789012', 'row such as|common'],
    ['the address', 'ha-neul.kim@saebyeok.example', 'your address'],
    ['most of the address', 'kim.haneul+saebyeok!', 'your address'],
    ['the address in parts', 'haneulsaebyeok', 'your address'],
    ['the name of the workspace', 'recommendations', 'your address|common'],
    ['the organization, in Korean', '새벽인권연대2026', 'your address'],
    ['the organization, as a Korean keyboard types it', asTyped('새벽인권연대1!'), 'your address'],
    ['Korean words as they are typed', asTyped('사랑해사랑해사랑해'), 'repeats itself|common'],
    ['two Korean words as they are typed', asTyped('비밀번호대한민국'), 'common'],
    ['the product', 'heedheedheed1', 'your address|repeats'],
  ])('is refused when it is %s', async (_, password, why) => {
    const problem = await judged(password);
    expect(problem).toMatchObject({ status: 422, code: 'weak-password', errors: [{ pointer: '/password' }] });
    expect(problem!.errors[0]!.message.en).toMatch(new RegExp(why));
    const said = JSON.stringify([problem!.title, problem!.detail, problem!.errors]);
    expect(said).not.toContain(password);
  });

  it.each([
    'correct horse battery',
    'a b c d kim quiet lantern',
    'lantern-orbit-quiet-mustard',
    'vK7#qm2Lx9!pTz',
    '달팽이 우산 고장난 기차',
    asTyped('달팽이우산고장난기차'),
  ])('is taken when it is "%s"', async (password) => {
    expect(await judged(password)).toBeUndefined();
  });

  it('is judged by its beginning, however long it is', async () => {
    expect(await judged('lantern orbit quiet mustard '.repeat(7).slice(0, 200))).toBeUndefined();
    expect(await judged(`${'a'.repeat(64)} lantern orbit quiet mustard`)).toMatchObject({ code: 'weak-password' });
  });
});

describe('a Korean word', () => {
  it('is known as a keyboard types it', () => {
    expect(asTyped('사랑')).toBe('tkfkd');
    expect(asTyped('비밀번호')).toBe('qlalfqjsgh');
    expect(asTyped('값싼 닭 wow')).toBe('rkqtTks ekfr wow');
  });
});
