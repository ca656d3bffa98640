import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  isSealed,
  openBytes,
  openedIn,
  openText,
  sealBytes,
  sealText,
  subjectsIn,
  type TextKey,
} from './sealed-text.js';

const keyOf = (subject = randomUUID()): TextKey => ({ subject, key: randomBytes(32) });
const TEXT = '그는 "혜산"에서 왔다 \\ \u2028 😀';

describe('a sealed text', () => {
  it('opens to what was sealed, and is another text each time', () => {
    const key = keyOf();
    const [one, two] = [sealText(key, TEXT), sealText(key, TEXT)];
    expect([openText(key, one), openText(key, two), one === two]).toEqual([TEXT, TEXT, false]);
    expect([isSealed(one), isSealed(TEXT), openText(key, sealText(key, ''))]).toEqual([true, false, '']);
  });

  it('opens with no other key, for no other subject, and not once it was altered', () => {
    const key = keyOf();
    const sealed = sealText(key, TEXT);
    const other = { ...key, subject: randomUUID() };
    const cut = sealed.slice(0, -2);
    const altered = `${sealed.slice(0, -6)}${sealed.at(-6) === 'A' ? 'B' : 'A'}${sealed.slice(-5)}`;
    expect(() => openText({ ...key, key: randomBytes(32) }, sealed)).toThrow();
    expect(() => openText(other, sealed.replace(key.subject, other.subject))).toThrow();
    for (const forged of [cut, altered, sealed.slice(0, 60)]) expect(() => openText(key, forged)).toThrow();
  });

  it('seals bytes as well', () => {
    const key = keyOf();
    const salt = randomBytes(16);
    expect(sealBytes(key, salt)).toHaveLength(44);
    expect(openBytes(key, sealBytes(key, salt)).equals(salt)).toBe(true);
  });
});

describe('in a JSON document', () => {
  it('is found and opened where it is all of a text, and nowhere else', () => {
    const [key, other] = [keyOf(), keyOf()];
    const [sealed, theirs] = [sealText(key, TEXT), sealText(other, 'x')];
    const said = { title: sealed, again: [sealed, { theirs }], quoting: `He said "${sealed}".`, number: 1 };
    const json = JSON.stringify(said);
    expect(subjectsIn(json).sort()).toEqual([key.subject, other.subject].sort());
    const opened = openedIn(json, (one, subject) => (subject === key.subject ? openText(key, one) : `not ${subject}`));
    const expected = { ...said, title: TEXT, again: [TEXT, { theirs: `not ${other.subject}` }] };
    expect(JSON.parse(opened)).toEqual(expected);
  });
});
