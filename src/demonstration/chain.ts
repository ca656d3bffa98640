// Short forms of the links of a chain, for the files that hold the asks.

import type { ContentFollowUp, ContentTrackEvidence, ContentTransition } from './content-asks.js';

type More = Partial<Omit<ContentFollowUp, 'addressee' | 'asked' | 'ask' | 'through'>>;

/** Someone whom the source asks. */
export const asked = (addressee: string, ask: string, more: More = {}): ContentFollowUp => ({
  addressee,
  asked: true,
  ask,
  ...more,
});

/** Someone whom others are asked to move. */
export const pressed = (addressee: string, through: string[], ask: string, more: More = {}): ContentFollowUp => ({
  addressee,
  asked: false,
  through,
  ask,
  ...more,
});

/** Whom the source was addressed to, on what shows that: `open`, since none of our organizations delivered it. */
export const delivered = (occurredOn: string, evidence: string, note: string): ContentTransition => ({
  axis: 'response',
  transition: 'open',
  to: 'delivered',
  occurredOn,
  note,
  evidence: [evidence],
});

/** Where things stood on the axis of what was done, as a source has it. */
export const stood = (to: string, occurredOn: string, evidence: string[], note: string): ContentTransition => ({
  axis: 'implementation',
  transition: 'open',
  to,
  occurredOn,
  note,
  evidence,
});

/** Speaks of what was said; neither for nor against. */
export const said = (evidence: string): ContentTrackEvidence => ({ axis: 'response', evidence, stance: 'context' });

/** Speaks of what was done. */
export const done = (evidence: string, stance: ContentTrackEvidence['stance'] = 'context'): ContentTrackEvidence => ({
  axis: 'implementation',
  evidence,
  stance,
});
