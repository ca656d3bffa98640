import { describe, expect, it } from '@jest/globals';
import { problems } from '../common/problem.js';
import { refusalOf } from './refusal.js';

describe('why an item was not acted on', () => {
  it('is told by each condition that is not met', () => {
    const unmet = [
      { condition: 'has-note', message: 'Say why.' },
      { condition: 'has-role', message: 'Ask a verifier.' },
    ];
    expect(refusalOf(problems.unmetConditions(unmet))).toEqual({
      code: 'unmet-conditions',
      message: 'Say why. Ask a verifier.',
      unmet,
    });
  });

  it('is told by what is wrong where it is known, and else by title and detail', () => {
    expect(refusalOf(problems.unfit('/evidenceId', 'withdrawn', 'This piece was withdrawn.'))).toEqual({
      code: 'withdrawn',
      message: 'This piece was withdrawn.',
      unmet: [],
    });
    expect(refusalOf(problems.circle()).message).toMatch(/^A chain may not run in a circle\. The follow-ups named/);
  });

  it('never says that nothing was changed: of other items it may not be true', () => {
    for (const problem of [
      problems.stale(2),
      problems.circle(),
      problems.alreadyExists('One.'),
      problems.notYours('No.'),
    ])
      expect(refusalOf(problem).message).not.toContain('Nothing was changed');
  });
});
