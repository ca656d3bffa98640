import { describe, expect, it } from '@jest/globals';
import { type PastTransition, standingOn } from './standing.js';

const past = (transition: string, from: string, to: string, given: Partial<PastTransition> = {}): PastTransition => ({
  ...{ transition, from, to, workflow: 'one', fromWorkflow: 'one' },
  ...{ people: [], organizations: [], evidenceBroughtBy: [], ...given },
});

describe('what a state stands on', () => {
  it('is nothing where nothing is recorded, and where a void went back to the beginning', () => {
    expect(standingOn([])).toEqual({ enteredAt: -1, standing: [] });
    expect(standingOn([past('void', 'done', 'open')])).toEqual({ enteredAt: -1, standing: [] });
  });

  it('is what brought it about, and all by which it stayed', () => {
    const history = [past('claim', 'open', 'done'), past('correct', 'done', 'done')];
    expect(standingOn(history)).toEqual({ enteredAt: 0, standing: history });
    expect(standingOn([past('start', 'open', 'going'), ...history]).enteredAt).toBe(1);
  });

  it('is never what another workflow calls by the same name', () => {
    const claim = past('claim', 'open', 'claimed');
    const verify = past('verify', 'claimed', 'verified');
    const over = past('migrate', 'verified', 'claimed', { workflow: 'another' });
    const back = past('void', 'claimed', 'claimed', { fromWorkflow: 'another' });
    expect(standingOn([claim, verify, over, back])).toEqual({ enteredAt: 0, standing: [claim] });
    expect(standingOn([claim, verify, over])).toEqual({ enteredAt: 1, standing: [verify, over] });
  });
});
