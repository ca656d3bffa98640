import { describe, expect, it } from '@jest/globals';
import { problems } from '../common/problem.js';
import { say, Words } from '../common/words.js';
import { refusalOf } from './refusal.js';

describe('why an item was not acted on', () => {
  it('is told by each condition that is not met', () => {
    const unmet = [
      { condition: 'has-note', message: say`Say why, in a note.` },
      { condition: 'has-role', message: new Words('Ask a verifier.', '확인자에게 요청하세요.') },
    ];
    expect(refusalOf(problems.unmetConditions(unmet), 'en')).toEqual({
      code: 'unmet-conditions',
      message: 'Say why, in a note. Ask a verifier.',
      unmet: [
        { condition: 'has-note', message: 'Say why, in a note.' },
        { condition: 'has-role', message: 'Ask a verifier.' },
      ],
    });
    expect(refusalOf(problems.unmetConditions(unmet), 'ko')).toEqual({
      code: 'unmet-conditions',
      message: '이유를 메모에 적으세요. 확인자에게 요청하세요.',
      unmet: [
        { condition: 'has-note', message: '이유를 메모에 적으세요.' },
        { condition: 'has-role', message: '확인자에게 요청하세요.' },
      ],
    });
  });

  it('is told by what is wrong where it is known, and else by title and detail', () => {
    expect(refusalOf(problems.unfit('/evidenceId', 'withdrawn', say`It finds nothing.`), 'en')).toEqual({
      code: 'withdrawn',
      message: 'It finds nothing.',
      unmet: [],
    });
    expect(refusalOf(problems.circle(), 'en').message).toMatch(
      /^A chain may not run in a circle\. The follow-ups named/,
    );
  });

  it('never says that nothing was changed: of other items it may not be true', () => {
    for (const problem of [
      problems.stale(2),
      problems.circle(),
      problems.alreadyExists(say`It finds nothing.`),
      problems.notYours(say`It finds nothing.`),
    ]) {
      expect(refusalOf(problem, 'en').message).not.toContain('Nothing was changed');
      expect(refusalOf(problem, 'ko').message).not.toContain('바뀐 것은 없습니다');
    }
  });
});
