import { describe, expect, it } from '@jest/globals';
import { asSource } from './as-source.js';
import { readText } from './read-text.js';

const told = (...lines: string[]) => asSource(readText(lines.join('\n\n')));

describe('what a document says of itself as a source', () => {
  it('reads a resolution with its symbol and day', () => {
    expect(
      told(
        'S/RES/2911 (2026)',
        'Resolution 2911 (2026)',
        'Adopted by the Security Council at its 9981st meeting, on 12 March 2026',
        'The Security Council,',
        'Recalling its previous resolutions,',
        '1. Calls upon Haiti to open its courts;',
        '2. Urges Member States to fund them;',
      ),
    ).toEqual({
      kind: 'resolution',
      symbol: 'S/RES/2911 (2026)',
      mechanism: 'UN Security Council',
      issuedOn: '2026-03-12',
    });
  });

  it("takes an expert's report for a report, and a month for a month", () => {
    expect(
      told(
        'United Nations A/HRC/62/44/Add.2',
        'Visit to Mozambique',
        'Report of the Special Rapporteur on the human rights of internally displaced persons',
        'April 2026',
        'I. Introduction',
        '1. The Special Rapporteur visited Maputo, where she met ministers and three hundred displaced persons in all.',
      ),
    ).toEqual({
      kind: 'report',
      symbol: 'A/HRC/62/44/Add.2',
      mechanism: 'UN special procedures',
      issuedOn: '2026-04',
    });
  });

  it('leaves out what a letter only names', () => {
    expect(
      told(
        'Letter on the return of refugees',
        'Dear Ministers,',
        'On 14 December 1959 the first ship left Niigata, and the Security Council has never spoken of it (S/RES/2397 (2017)).',
        'We urge Japan to open its archives to the families of those who left.',
      ),
    ).toEqual({ kind: 'letter', symbol: null, mechanism: null, issuedOn: null });
  });

  it('gives a labour comment the year of its session', () => {
    expect(
      told(
        'Observation (CEACR) - adopted 2025, published 114th ILC session (2026)',
        'Forced Labour Convention, 1930 (No. 29) - Nepal (Ratification: 2002)',
        'The Committee notes the report of the Government received on 29 August 2025. It requests the Government to provide copies.',
      ),
    ).toEqual({ kind: 'ilo-comment', symbol: null, mechanism: 'ILO', issuedOn: '2025' });
  });
});
