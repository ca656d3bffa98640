import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readText } from './read-text.js';

const found = (text: string) => propose(readText(text));
const brief = (sentence: string) =>
  found(
    `Brief on Kenya\n\nKenya has many roads and many camps, and the camps of Kenya are full of people from abroad.\n\n${sentence}\n`,
  );

describe('who is asked', () => {
  it.each([
    ['Neighbours of the lake, such as Uganda and the Congo, should open their ports.', ['Uganda', 'Congo']],
    ['WHO and UNICEF are invited to send doctors.', ['World Health Organization', "United Nations Children's Fund"]],
    ['Norway, as a member of the board, is asked to pay for wells.', ['Norway']],
    ['Chad and other Member States should open the roads.', ['Chad']],
    ['RiverPower should pay those whom it moved.', ['RiverPower']],
    ['The World Bank has an office in Nairobi. It should open its files.', ['World Bank']],
    ['Chad and Niger: Open the wells to all who come.', ['Chad', 'Niger']],
    ['To Uganda: open the wells to all who come.', ['Uganda']],
    ['Uganda and Chad, which share the lake, should open it.', ['Uganda', 'Chad']],
    ['Under no circumstances should donors pay for walls.', ['Donors']],
    ['In that report, Uganda is requested to count the wells.', ['Uganda']],
    ['We urge the leaders of Chad to open the roads.', ['Chad']],
    ['We recommend that teachers be trained in law.', ['Kenya']],
    ['We demand that the Houthis open the port.', ['Houthis']],
    ['Norway, the largest donor, should open its books.', ['Norway']],
  ])('is told in "%s"', (sentence, addressees) => {
    expect(brief(sentence)).toMatchObject([{ addressees }]);
  });

  it('is whoever a draft is put to', () => {
    const letter =
      'To: Embassy of Norway\n\nDear Ambassador,\n\nWe write to ask your government to table a text on the drought this year.\n\nThe text should:\n\n- Name a day;\n- Fund the wells.\n\nSincerely,\n';
    expect(found(letter).map(({ text, addressees }) => [text.slice(0, 9), addressees])).toEqual([
      ['We write ', ['Norway']],
      ['Name a da', ['Norway']],
      ['Fund the ', ['Norway']],
    ]);
  });

  it('is the body whose office the salutation names, below a line on the Union', () => {
    const letter =
      'Geneva, 3 March 2026\n\nEuropean Union\nBrussels\n\nDear Commissioner Tamm,\n\nWe write about the salt pans.\n\nWe urge you to open the file on the pans.\n\nYours sincerely,\nAn Institute\n';
    expect(found(letter).map(({ addressees }) => addressees)).toEqual([['European Commission']]);
  });
});

describe('whom they are to move', () => {
  it.each([
    ['Norway should use its influence with Sudan to open the roads.', ['Sudan']],
    ['Norway should send an urgent letter to Sudan.', ['Sudan']],
    ['Norway should raise the arrests with Sudan and Chad.', ['Sudan', 'Chad']],
    ['Norway should withhold its loans until the camps are opened.', ['Kenya']],
  ])('is told in "%s"', (sentence, targets) => {
    expect(brief(sentence)).toMatchObject([{ addressees: ['Norway'], targets }]);
  });
});

describe('no ask', () => {
  it.each([
    'The Committee recalls that, under the Covenant, Kenya must keep a register.',
    'The Ministry of Health should have known it.',
    'Police: Use of force in Nairobi.',
    'The ministry should pay its debts, one trader joked.',
    'The clerks had been told that they should wait.',
    'The World Bank warned of it. It must be said that few heard.',
  ])('is in "%s"', (sentence) => {
    expect(brief(sentence)).toEqual([]);
  });

  it('is in a recital', () => {
    expect(
      found(
        'The European Parliament,\n\nA. whereas camps are full; whereas Kenya should open the camps;\n\n1. Urges Kenya to act on it by law;\n',
      ),
    ).toMatchObject([{ label: '1' }]);
  });
});

describe('lists and paragraphs', () => {
  it('begin items with the numbers that a lead-in opens', () => {
    const items = brief(
      'We ask that the Government:\n\n1) open the roads;\n\n2) close the camps:\n\n- those in the north;\n\n3) pay the drivers.',
    );
    expect(items.map(({ label, addressees }) => [label, addressees])).toContainEqual(['3', ['Kenya']]);
    expect(items[0]).toMatchObject({ label: '1', text: 'open the roads;', addressees: ['Kenya'] });
  });

  it('keep places with the ask that they belong to', () => {
    const asks = found(
      'Report on Chad\n\n7. The State party should:\n\n(a) Build schools, in particular in:\n\n(i) Border towns;\n\n(ii) Camps;\n\n(b) Open the roads.\n',
    );
    expect(asks).toMatchObject([{ label: '7 (a)', parts: ['Border towns;', 'Camps;'] }, { label: '7 (b)' }]);
  });

  it('read a motion', () => {
    const motion =
      'MOTION 4\n\nRoads of Chad\n\nThat, in the opinion of the House:\n\n(a) the roads are closed;\n\nand that the House therefore call on the Government of Chad to:\n\n(b) open the roads;\n\nand that the Clerk of Works be instructed to report by 1 May 2027.\n';
    expect(found(motion).map(({ label, due }) => [label, due])).toEqual([
      ['(b)', null],
      [null, '2027-05-01'],
    ]);
  });

  it('read the asks of a house in one sentence', () => {
    const words = 'That this House notes the report on the camps, and calls on the Government to open them.';
    expect(brief(words)).toMatchObject([{ addressees: ['Kenya'] }]);
    expect(brief('That this House urges the Government to open the camps.')).toMatchObject([{ addressees: ['Kenya'] }]);
  });

  it('name all who recommend an item of a review, over lines and asides', () => {
    const asks = found(
      'Report of the Working Group on the Universal Periodic Review\n\nChad\n\n6.1 Open the roads (Togo), as also recommended by (Peru)\n(Chile);\n6.2 Close the camps (Lao\nPeople’s Democratic Republic);\n',
    );
    expect(asks).toMatchObject([
      { text: 'Open the roads', by: ['Togo', 'Peru', 'Chile'] },
      { text: 'Close the camps', by: ["Lao People's Democratic Republic"] },
    ]);
  });
});

describe('an article', () => {
  it('tells for whom "she", a quote and "the group" speak', () => {
    const article =
      'Chad told to open roads\n\nNDJAMENA, 3 March 2026\n\nA spokesperson for the World Food Programme, Ana Pires, said on Monday that Chad should open the roads to lorries with food.\n\n"Chad must also let drivers rest," she told reporters.\n\nThe Sahel Drivers Union said the price of bread had doubled since the closing.\n\n"Donors should pay the drivers," said Omar Saleh, head of the group. He said it was late.\n';
    expect(found(article).map(({ by }) => by)).toEqual([
      ['World Food Programme'],
      ['World Food Programme'],
      ['Sahel Drivers Union'],
    ]);
  });
});
