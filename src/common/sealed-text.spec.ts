import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  fieldOf,
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
/** As the release before sealed it. */
const OLDER = 'heed:sealed:1:0190a1b2-0000-4000-8000-000000000001:AQEBAQEBAQEBAQEBMJPm2rD3lWuitbJ0HfNvkWzreUgXA4dBQHnw';
const TEXT = '그는 "혜산"에서 왔다 \\ \u2028 😀';

describe('a sealed text', () => {
  it('opens to what was sealed, and is another text each time', () => {
    const key = keyOf();
    const [one, two] = [sealText(key, 'title', TEXT), sealText(key, 'title', TEXT)];
    expect([openText(key, 'title', one), openText(key, 'title', two), one === two]).toEqual([TEXT, TEXT, false]);
    expect([isSealed(one), isSealed(TEXT), openText(key, 'title', sealText(key, 'title', ''))]).toEqual([
      true,
      false,
      '',
    ]);
  });

  it('opens with no other key, for no other subject, and not once it was altered', () => {
    const key = keyOf();
    const sealed = sealText(key, 'title', TEXT);
    const other = { ...key, subject: randomUUID() };
    const cut = sealed.slice(0, -2);
    const altered = `${sealed.slice(0, -6)}${sealed.at(-6) === 'A' ? 'B' : 'A'}${sealed.slice(-5)}`;
    expect(() => openText({ ...key, key: randomBytes(32) }, 'title', sealed)).toThrow();
    expect(() => openText(other, 'title', sealed.replace(key.subject, other.subject))).toThrow();
    for (const forged of [cut, altered, sealed.slice(0, 60)]) expect(() => openText(key, 'title', forged)).toThrow();
  });

  it('opens in the place of its own field alone, whatever it says of itself', () => {
    const key = keyOf();
    const sealed = sealText(key, 'title', TEXT);
    expect(fieldOf(sealed)).toBe('title');
    for (const by of [key, { ...key, isLax: true }]) {
      expect(() => openText(by, 'finding', sealed)).toThrow();
      expect(() => openText(by, 'finding', sealed.replace(':title:', ':finding:'))).toThrow();
      expect(() => openText(by, 'title', sealed.replace(':title:', ':'))).toThrow();
    }
  });

  it('opens without a field by a key of an earlier release alone', () => {
    const key = { subject: '0190a1b2-0000-4000-8000-000000000001', key: Buffer.alloc(32, 7) };
    expect(openText({ ...key, isLax: true }, 'title', OLDER)).toBe('From Hyesan');
    expect(() => openText(key, 'title', OLDER)).toThrow();
  });

  it('seals bytes as well', () => {
    const key = keyOf();
    const salt = randomBytes(16);
    expect(sealBytes(key, 'x', salt)).toHaveLength(44);
    expect(openBytes(key, 'x', sealBytes(key, 'x', salt)).equals(salt)).toBe(true);
  });
});

describe('in a JSON document', () => {
  it('is found and opened where it is all of a text, and nowhere else', () => {
    const [key, other] = [keyOf(), keyOf()];
    const [sealed, theirs] = [sealText(key, 'title', TEXT), sealText(other, 'theirs', 'x')];
    const said = {
      title: sealed,
      again: [sealed, { theirs }],
      change: { to: sealed, field: 'title' },
      quoting: `He said "${sealed}".`,
      number: 1,
    };
    const json = JSON.stringify(said);
    expect(subjectsIn(json).sort()).toEqual([key.subject, other.subject].sort());
    const opened = openedIn(json, (one, subject, place) =>
      subject === key.subject ? `${place}: ${openText(key, 'title', one)}` : `not ${subject}`,
    );
    const again = [`0: ${TEXT}`, { theirs: `not ${other.subject}` }];
    const expected = { ...said, title: `title: ${TEXT}`, again, change: { to: `title: ${TEXT}`, field: 'title' } };
    expect(JSON.parse(opened)).toEqual(expected);
  });
});
