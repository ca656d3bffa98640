// Requests that hardly are requests.

import type { Draft } from './draft.js';
import { pathOf } from './draft.js';
import { ODD_TEXTS } from './odd.js';
import type { Round } from './round.js';

type Making = (draft: Draft, round: Round) => Draft;

const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

const BODIES: (string | Buffer)[] = [
  '{',
  '{"a":1,}',
  'nonsense',
  '"text"',
  '7',
  'null',
  'true',
  '[]',
  '[{}]',
  '{}{}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  '{"\\u0000":1}',
  '{"a":1,"a":2}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"hasOwnProperty":1,"toString":null}',
  `{"a":${nested(31)}}`,
  `{"a":${nested(40)}}`,
  nested(20_000),
  nested(9000, '{"a":', '}').replace('}', '1}'),
  `{"a":1e999,"b":-0,"c":${'9'.repeat(400)}}`,
  `{${Array.from({ length: 2000 }, (_, n) => `"k${String(n)}":${String(n)}`).join(',')}}`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
  Buffer.from('{"a":"\xff"}', 'latin1'),
  Buffer.from('\ufeff{"a":1}'),
  Buffer.alloc(1000),
  '',
];

const WAYS: Making[] = [
  (draft, { random }) => ({ ...draft, raw: random.pick(BODIES) }),
  (draft, { random }) => ({
    ...draft,
    raw: random.pick(BODIES),
    headers: { ...draft.headers, 'content-type': 'application/json;charset=utf-8' },
  }),
  (draft, { random }) => ({
    ...draft,
    rawPath: `${pathOf(draft).split('?')[0] ?? ''}?${random.pick(['%', '%zz', '%ff=%fe', 'a[b][c]=1', 'limit=1&limit=2', 'limit[]=1', 'fields=id&fields=,', '&&&=', 'q=%00', 'q=%ed%a0%80', 'cursor=%2500', '__proto__[a]=1', `q=${'%f0%9f%98%80'.repeat(120)}`, 'updatedSince=0000-00-00', 'sort=__proto__', '#'])}`,
  }),
  (draft, { random }) => {
    const place = random.pick([
      '%',
      '%zz',
      '%00',
      '%ff',
      '%ed%a0%80',
      '%2f',
      '%252e',
      '..',
      '.',
      ';a=b',
      '\xe9',
      'x'.repeat(300),
      '%e2%80%ae',
      '~',
      '*',
    ]);
    const segments = (pathOf(draft).split('?')[0] ?? '').split('/');
    segments[random.between(1, segments.length - 1)] = place;
    return { ...draft, rawPath: segments.join('/') };
  },
  (draft, { random }) => ({
    ...draft,
    rawPath: random.pick([
      `/${pathOf(draft)}`,
      `${pathOf(draft)}/`,
      pathOf(draft).toUpperCase(),
      pathOf(draft).replaceAll('/', '//'),
    ]),
  }),
  (draft, { random }) => ({
    ...draft,
    operation: {
      ...draft.operation,
      method: random.pick(['PUT', 'OPTIONS', 'HEAD', 'TRACE', 'PATCH', 'DELETE', 'POST', 'GET']),
    },
  }),
  (draft, { random }) => ({
    ...draft,
    json: random.pick<unknown>([
      [],
      'x',
      7,
      null,
      true,
      { a: random.pick(ODD_TEXTS) },
      { [random.pick(ODD_TEXTS)]: 1 },
    ]),
  }),
];

export const garble = (draft: Draft, round: Round): Draft => round.random.pick(WAYS)(draft, round);
