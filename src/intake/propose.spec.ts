import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readText } from './read-text.js';

const found = (text: string) => propose(readText(text));
const brief = (sentence: string) =>
  found(
    `Brief on Kenya\n\nKenya has many roads and many camps, and the camps of Kenya are full of people from abroad.\n\n${sentence}\n`,
  );

describe('propose', () => {
  it.each([
    ['We urge the Government to open the camps.', ['Kenya'], []],
    [
      'The European Union and its member states should press Sudan to open the roads.',
      ['European Union', 'European Union member states'],
      ['Sudan'],
    ],
    [
      'It is recommended that UNHCR send lawyers to the camps.',
      ['Office of the United Nations High Commissioner for Refugees'],
      [],
    ],
    ['Donors are encouraged to pay for schools.', ['Donors'], []],
    ['Companies that buy tea from the estates must publish their contracts.', ['Companies'], []],
    [
      'Uganda and other States in the region should raise the arrests with the Rwandan authorities.',
      ['Uganda'],
      ['Rwanda'],
    ],
    [
      'We call on the Truth and Reconciliation Commission to publish its report.',
      ['Truth and Reconciliation Commission'],
      [],
    ],
  ])('hears "%s"', (sentence, addressees, targets) => {
    expect(brief(sentence)).toMatchObject([{ text: sentence, addressees, targets }]);
  });

  it.each([
    'In 2017 a commission recommended that the Government open the camps.',
    'The law provides that companies shall pay their workers in cash.',
    'The minister promised that inspectors should be hired within weeks.',
    'Return should never be the price of food.',
    'The Committee welcomes the following measures:\n\n(a) The Prisons Act;\n\n(b) The Courts Act.',
    'We thank all those who spoke with us.',
    'The Government of Kenya is obliged to protect all people in the camps.',
  ])('hears no ask in "%s"', (sentence) => {
    expect(brief(sentence)).toEqual([]);
  });

  it('finds two asks in one sentence, each with its own words', () => {
    const asks = found(
      'The Security Council,\n\n5. Calls upon Haiti to open courts, and further calls upon it to free all children by 1 May 2027;\n',
    );
    expect(asks.map(({ text, due, label }) => [text, due, label])).toEqual([
      ['Calls upon Haiti to open courts', null, '5'],
      ['further calls upon it to free all children by 1 May 2027;', '2027-05-01', '5'],
    ]);
  });

  it('makes things that an item lists parts of it, and asks below a lead-in asks', () => {
    const [ratify, open] = found(
      'Report on Chad\n\nRecommendations\n\nTo the Government of Chad:\n\n(a) Ratify the following treaties:\n\n(i) the Convention against Torture;\n\n(ii) the Covenant.\n\n(b) Take steps to:\n\n(i) Open the roads.\n',
    );
    expect(ratify).toMatchObject({ label: '(a)', parts: ['the Convention against Torture;', 'the Covenant.'] });
    expect(open).toMatchObject({
      label: '(b) (i)',
      addressees: ['Chad'],
      text: 'Open the roads.',
      section: 'To the Government of Chad',
    });
  });

  it('gives each lettered element of a sentence its own place', () => {
    const text =
      'Report on Chad\n\n62. States should: (a) license companies; (b) keep registers; and (c) report every death.\n';
    const asks = found(text);
    expect(asks.map(({ label }) => label)).toEqual(['62 (a)', '62 (b)', '62 (c)']);
    expect(asks.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'license companies',
      'keep registers',
      'report every death.',
    ]);
  });

  it('names who recommends an item of a review, and nobody of the debate', () => {
    const asks = found(
      'Report of the Working Group on the Universal Periodic Review\n\nChad\n\n4. Norway recommends that Chad open the roads.\n\n6.1 Open the roads (Netherlands (Kingdom of the)) (Chile);\n',
    );
    expect(asks).toMatchObject([
      { text: 'Open the roads', label: '6.1', by: ['Netherlands (Kingdom of the)', 'Chile'], addressees: ['Chad'] },
    ]);
  });

  it('says by whose hands, and gives the same answer twice', () => {
    const text =
      'The Security Council,\n\n8. Requests the Secretary-General, through his Special Envoy, to urge the Haitian authorities to vet the police;\n';
    expect(found(text)).toMatchObject([
      { addressees: ['United Nations Secretary-General'], targets: ['Haiti'], through: ['Special Envoy'] },
    ]);
    expect(found(text)).toEqual(found(text));
  });
});
