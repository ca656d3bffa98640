import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readText } from './read-text.js';

const found = (text: string) =>
  propose(readText(text)).map(({ text: words, addressees, label, by }) => ({ words, addressees, label, by }));

describe('a review of states', () => {
  const asked = [
    { words: 'Open the archive of the navy', addressees: ['Norway'], label: '7.1', by: ['Chile'] },
    { words: 'Sign the Protocol on sea graves', addressees: ['Norway'], label: '7.2', by: ['Peru', 'Oman'] },
  ];
  it.each([
    [
      'line by line',
      'UPR of Norway\nSheet of recommendations\n\nRecommendation: 7.1 Open the archive of the navy\nState: Chile\nPosition: Noted\n\nRecommendation: 7.2 Sign the Protocol on sea graves\nState: Peru; Oman\nPosition: Noted\n',
    ],
    [
      'with the states behind a dash',
      'What the world told Norway\nThe recommendations of May\n\nNorway was reviewed in May for the fourth time, and its minister of justice led the delegation that came.\n\nArchives\n\n• 7.1 Open the archive of the navy – Chile\n• 7.2 Sign the Protocol on sea graves – Peru and Oman\n• 7.3 Light the road along the coast – Kenya\n• 7.4 Keep the bell of the lighthouse – the chorus\n• 7.5 Count the ships of the fjord – a reader\n',
    ],
    [
      'as a table that does not say of what it is',
      'Conclusions and/or recommendations\n\nThe recommendations below enjoy the support of Norway, which has studied them with care.\n\n| # | Recommendation | State(s) | Response |\n|---|---|---|---|\n| 7.1 | Open the archive of the navy | Chile | Noted |\n| 7.2 | Sign the Protocol on sea graves | Peru, Oman | Supported |\n',
    ],
    [
      'with the answer behind the states',
      'Report of the Council on its session (excerpt)\n\nRecommendations that the review brought, on which the position of Norway is known\n\n7.1 Open the archive of the navy (Chile). Supported\n7.2 Sign the Protocol on sea graves (Peru) (Oman). Noted\n7.3 Light the road along the coast (Kenya). Noted\n\n8. The Council adopted the outcome of the review without a vote.\n',
    ],
  ])('written %s', (_, text) => {
    const all = found(text);
    expect(all.slice(0, 2)).toEqual(asked);
    expect(all.slice(2).map(({ by }) => by)).toEqual(all.length > 2 ? [['Kenya']] : []);
  });
});

describe('bodies', () => {
  it('that speak by a word of their own, as their paragraphs begin', () => {
    const text =
      'FINAL COMMUNIQUÉ\n\n1. The Conclave of River Ministers met at Basel on the matter of Chad for the third time this year.\n\n2. The Conclave notes that 43 fishermen were held.\n\n3. The Conclave calls on the Government of Chad to free them.\n\n4. The Conclave expresses its thanks to the city of Basel.\n';
    expect(found(text)).toMatchObject([{ addressees: ['Chad'], label: '3' }]);
  });

  it('that decide in the past, below their name and a colon', () => {
    const text =
      'Follow-up on Chad\n\nSummary\n\n8. A member said that the file on Chad should be closed and that time was short.\n\nDecision\n\n9. The Governing Body:\n\n(a) took note of the paper;\n\n(b) deplored the delay and urged the Government of Chad to receive a mission;\n\n(c) requested the Government of Chad to report in June.\n';
    expect(found(text)).toMatchObject([
      { label: '9 (b)', addressees: ['Chad'] },
      { label: '9 (c)', addressees: ['Chad'] },
    ]);
  });

  it('whose messages stand below whom they go to', () => {
    const text =
      'Conclusions on children in Chad\n\n3. The Working Group agreed to address messages through its Chair:\n\nTo the Government of Chad:\n\n(a) Urging it to release the children;\n\n(b) Demanding that it end the draft;\n';
    expect(found(text)).toMatchObject([{ label: '3 (a)' }, { label: '3 (b)' }]);
  });

  it('whose paragraphs go on without a number', () => {
    const text =
      'Report to the Government of Chad\n\nC. Prisons\n\n44. Block 8 held 132 men on the day of the visit, with few staff and no light at all.\n\nThe Committee calls upon the authorities of Chad to open the yard.\n';
    expect(found(text)).toMatchObject([{ label: '44', addressees: ['Chad'] }]);
  });
});
