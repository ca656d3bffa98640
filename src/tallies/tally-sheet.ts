// A tally as rows of a table: first what was asked and what came out, then each thing that was counted with its basis. Pure.

import type { Cell } from '../common/csv.js';
import type { Language } from '../common/language.js';
import { joined, say, word, Words } from '../common/words.js';
import type { NotCountedView, BasisMoveView, TallyItemView, TallyView } from './tally.view.js';

type Sheet = (Cell | Words)[][];

/** All rows as wide as the table, as RFC 4180 asks; in the reader's language. */
export function sheetOf(tally: TallyView, items: TallyItemView[], language: Language): Cell[][] {
  const table: Sheet = [HEADINGS, ...items.flatMap((item, n) => linesOf(item, n + 1))];
  return [...factsOf(tally, items.length), [], ...table].map((row) =>
    HEADINGS.map((_, column) => {
      const cell = row[column] ?? null;
      return cell instanceof Words ? cell[language] : cell;
    }),
  );
}

const HEADINGS: Words[] = [
  say`No.`,
  say`Code`,
  say`Recommendation`,
  say`Addressee`,
  say`State`,
  say`Happened`,
  say`Entered at`,
  say`Entered or checked by`,
  say`For which organization`,
  say`Evidence`,
  say`State before`,
  say`Happened before`,
  say`Entered before by`,
  say`For which organization, before`,
  say`Evidence before`,
  say`Id of the recommendation`,
  say`Id of the follow-up`,
  say`Id of the move`,
];

function factsOf(tally: TallyView, listed: number): Sheet {
  const { title, sentence, number, total, notCounted, axis, unit, from, to, asOf, knownAt, by, recordedAt } = tally;
  const named = (things: { name: string }[]): string => things.map(({ name }) => name).join('; ');
  return [
    [say`Title`, title],
    [say`Number as a sentence`, sentence],
    [say`Number`, number],
    [say`Of how many`, total],
    ...WHY.map(([why, words]): (Cell | Words)[] => [words, notCounted[why]]),
    [say`Counted are`, unit === 'followUp' ? say`follow-ups` : say`recommendations`],
    [say`Side`, axis === 'response' ? say`what they said` : say`what was done`],
    [
      say`That count as`,
      joined(
        tally.phases.map((phase) => new Words(phase.replaceAll('-', ' '), word(phase).ko)),
        '; ',
      ),
    ],
    [say`First day of the period`, from],
    [say`Last day of the period`, to],
    [say`Only of the sources`, named(tally.sources)],
    [say`Only of the themes`, named(tally.themes)],
    [say`Only of the addressees`, named(tally.addressees)],
    [say`As things stood on`, asOf],
    [say`As recorded by`, knownAt],
    [say`Kept by`, `${by.name}, ${by.organization.name}`],
    [say`Kept at`, recordedAt],
    [say`Question for the API`, JSON.stringify(questionOf(tally))],
    [say`Listed below, of what you may see`, listed],
    [
      say`How to read it`,
      say`Of a state that was checked, the state before is the claim: who entered it claimed, and who entered the state checked it.`,
    ],
  ];
}

const WHY: [keyof NotCountedView, Words][] = [
  ['closed', say`Not counted: closed, beside the total`],
  ['broughtIn', say`Not counted: history that was brought in`],
  ['voided', say`Not counted: checked on evidence that fell away since`],
  ['unknown', say`Not counted: nothing is known yet`],
  ['others', say`Not counted: they stand otherwise`],
];

/** What to send to `POST /tallies` to ask the same again. */
function questionOf({ axis, phases, unit, from, to, sources, themes, addressees, asOf, knownAt }: TallyView): object {
  const ids = (things: { id: string }[]): string[] => things.map(({ id }) => id);
  const limits = { sourceIds: ids(sources), themeIds: ids(themes), addresseeIds: ids(addressees) };
  return { axis, phases, unit, ...(from && to ? { from, to } : {}), ...limits, asOf, knownAt };
}

/** A line for each move that it was counted for; one without a move where it stands where it began. */
function linesOf({ recommendation, followUp, moves }: TallyItemView, n: number): Sheet {
  const what = [n, recommendation.code, recommendation.title, followUp?.addressee.name ?? null];
  const ids = [recommendation.id, followUp?.id ?? null];
  if (moves.length === 0) return [[...what, ...Array<Cell>(11).fill(null), ...ids, null]];
  return moves.map((move) => [
    ...what,
    ...[move.label, move.occurredOn, move.recordedAt, move.by.name, move.by.organization.name, evidenceOf(move)],
    ...(move.before
      ? [
          ...[move.before.label, move.before.occurredOn, move.before.by.name, move.before.by.organization.name],
          evidenceOf(move.before),
        ]
      : Array<Cell>(5).fill(null)),
    ...[...ids, move.transitionId],
  ]);
}

/** Each piece with what it says about whether the ask is met. What could harm somebody is counted and not named: tables are passed on. */
const evidenceOf = ({ evidence }: BasisMoveView): Words => {
  const said = (language: Language): string =>
    evidence
      .map(({ title, stance, isFlagged }) => {
        const name = isFlagged ? say`not named: do no harm`[language] : (title ?? say`withdrawn`[language]);
        return `${name} (${word(stance)[language]})`;
      })
      .join('; ');
  return new Words(said('en'), said('ko'));
};
