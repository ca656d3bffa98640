import { describe, expect, it } from '@jest/globals';
import { echoesOf } from './echoes.js';
import { subjects, themesOf } from './theme-words.js';

const ASK = 'Urge China to end the forcible return of refugees from North Korea and to let UNHCR reach the border';
const tracked = [
  { id: 'b', text: 'Cease the forcible return of refugees from North Korea and give the UNHCR access to the border' },
  { id: 'a', text: 'Ratify the Convention on the Rights of Persons with Disabilities' },
  { id: 'c', text: 'Invite the Special Rapporteur on housing' },
];

describe('echoes', () => {
  it('are what shares enough telling words, with those words', () => {
    const [found] = echoesOf([ASK], tracked);
    expect(found).toMatchObject([{ id: 'b' }]);
    expect(found?.[0]?.words).toEqual(expect.arrayContaining(['refugees', 'UNHCR']));
    expect(echoesOf(['Publish the budget of the port'], tracked)).toEqual([[]]);
  });

  it('are the same however often they are looked for, the likest first', () => {
    const twice = [{ id: 'd', text: ASK }, ...tracked];
    const [found = []] = echoesOf([ASK], twice);
    expect(found.map(({ id, likeness }) => [id, likeness === 100])).toEqual([
      ['d', true],
      ['b', false],
    ]);
    expect(echoesOf([ASK], twice)).toEqual([found]);
  });
});

describe('themes', () => {
  it('are told by their names and by other words for them', () => {
    const themes = [
      { id: '1', names: ['refugees', 'Refugees and returnees'] },
      { id: '2', names: ['ferry-safety', 'Ferry safety'] },
      { id: '3', names: ['un-cooperation', 'Cooperation with the UN'] },
    ];
    const texts = [
      'Protect asylum seekers',
      'Inspect each ferry; ferry safety is poor',
      'Let the Special Rapporteur in',
      'Pay',
    ];
    expect(themesOf(texts, themes)).toEqual([['1'], ['2'], ['3'], []]);
  });

  it('come with a vocabulary for documents that no workspace has seen', () => {
    expect(themesOf(['Ratify the Optional Protocol and abolish the death penalty'], subjects)).toEqual([
      ['ratification', 'death-penalty'],
    ]);
  });
});
