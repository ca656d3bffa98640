import type { ContentDocument, ContentRecommendation } from './content-asks.js';
import { diplomacyAsks } from './letter-diplomacy.js';
import { foodAidAsks } from './letter-food-aid.js';
import { kaesongAsks } from './letter-kaesong.js';
import { nonRefoulement } from './letter-non-refoulement.js';
import { objectives } from './letter-objectives.js';
import { refugeeAsks } from './letter-refugees.js';
import { workerAsks } from './letter-workers.js';

const asks = [
  ...objectives,
  ...diplomacyAsks,
  ...refugeeAsks,
  ...nonRefoulement,
  ...foodAidAsks,
  ...workerAsks,
  ...kaesongAsks,
].filter(({ partOf }) => partOf === undefined);

/** Under "Introduction" the rules look for no asks. */
const OPENING = 'What the letter opens with';

/** Each ask on a line of its own under the section that it stands in, in the words in which it is followed. */
function restated(recommendations: ContentRecommendation[]): string {
  const lines: string[] = [];
  let last: string | undefined;
  for (const { section, text } of recommendations) {
    if (section !== last)
      lines.push(
        section === 'Introduction' ? OPENING : (section ?? ''),
        'We ask the European Union and its member states to:',
      );
    last = section;
    lines.push(`- ${text}`);
  }
  return lines.join('\n\n');
}

/** The letter that is followed here, as a document beside its asks: all but the last two are found in the record. */
export const documents: ContentDocument[] = [
  {
    title: 'What the letter of five NGOs to the EU foreign ministers asks',
    content: `What the letter of five NGOs to the EU foreign ministers asks

Restated in Heed's own words, ask by ask, in the order of the letter. The wording of the letter is at the address that its source gives.

${restated(asks)}
`,
    asks: asks.map(({ code, text }) => ({ recommendation: code, text })),
    undecided: ['EU10-17', 'EU10-18'],
  },
];
