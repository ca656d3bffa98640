import { describe, expect, it } from '@jest/globals';
import { Words } from '../common/words.js';
import { type Said, sentenceOf } from './sentence.js';

const NONE = { closed: 0, broughtIn: 0, voided: 0, unknown: 0, others: 0 };
const said: Said = {
  ...{ axis: 'response', phases: ['partly-agreed'], unit: 'recommendation', firstDay: null, lastDay: null },
  ...{
    asOf: '2026-01-31',
    knownAt: '2026-02-01T09:30:12.345678+00:00',
    number: 2,
    total: 7,
    notCounted: NONE,
    limits: [],
  },
};

describe('the sentence of a tally', () => {
  it('says how things stood, with both instants, in both languages', () => {
    const { en, ko } = sentenceOf(said);
    expect(en).toBe(
      '2 of 7 recommendations stood at "partly agreed" (what they said). As of 2026-01-31, as recorded by 2026-02-01 09:30 UTC.',
    );
    expect(ko).toBe(
      '권고 7건 가운데 2건이 ‘일부 동의’(답변 내용) 단계에 있었습니다. 2026-01-31 기준이며, 2026-02-01 09:30 UTC까지 기록된 내용에 따릅니다.',
    );
  });

  it('says of a period what came to one of several phases, what it is limited to, and what was left out', () => {
    const flow = sentenceOf({
      ...said,
      ...{ axis: 'implementation', phases: ['fulfilled', 'unknown'], unit: 'followUp', total: 1, number: 0 },
      ...{ firstDay: '2024-01-01', lastDay: '2024-12-31', notCounted: { ...NONE, voided: 1, closed: 3 } },
      limits: [new Words('of China', '대상: 중국'), new Words('on food', '주제: 식량')],
    });
    expect(flow.en).toBe(
      '0 of 1 follow-up (of China; on food) came to "fulfilled or not known" (what was done) from 2024-01-01 to 2024-12-31. ' +
        'Not counted: 3 closed, 1 verified on evidence that was changed or withdrawn since. As of 2026-01-31, as recorded by 2026-02-01 09:30 UTC.',
    );
    expect(flow.ko).toContain(
      '후속 조치 1건 (대상: 중국; 주제: 식량) 가운데 0건이 2024-01-01부터 2024-12-31까지의 기간에',
    );
  });
});
