import { asked, delivered, said } from './chain.js';
import type { ContentFollowUp, ContentTrackEvidence } from './content-asks.js';
import { LETTER_ISSUED } from './sources.js';

const OUT = delivered(
  LETTER_ISSUED,
  'letter',
  'Addressed to the foreign ministers and published by one of its issuers. No receipt and no answer is known to the sources.',
);

/** The EU or its member states, as those whom the letter was addressed to. */
export const recipient = (
  addressee: 'EU' | 'EU-MS',
  ask: string,
  evidence: ContentTrackEvidence[] = [],
): ContentFollowUp => asked(addressee, ask, { evidence: [said('letter'), ...evidence], transitions: [OUT] });

/** What the letter asks of the EU and of its member states alike. */
export const bothRecipients = (ask: string): ContentFollowUp[] => [recipient('EU', ask), recipient('EU-MS', ask)];
