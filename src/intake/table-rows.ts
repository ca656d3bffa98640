import { actorsOf } from './actors.js';
import type { Cell } from './cells.js';
import { comingDay, dateAt } from './dates.js';
import { dueOf } from './deadlines.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { type Column, columnsOf, placedCells } from './tables.js';

/** Reads the rows of tables; the row that names the columns says what stands where. */
export class TableRows {
  private columns: Column[] | undefined;

  constructor(private readonly notes: Notes) {}

  /** Says whether the row belongs to a table of recommendations. */
  read(cited: Cited): boolean {
    const cells = this.cellsOf(cited);
    const head = columnsOf(cells.map((cell) => said(cited, cell)));
    if (head) {
      this.columns = head;
      return true;
    }
    if (!this.columns || cells.length < 2) return false;
    if (cells.every((cell) => /^[-:\s]*$/.test(said(cited, cell)))) return true;
    this.keep(cited, cells, this.columns);
    return true;
  }

  /** What is no row ends the table. */
  end(): void {
    this.columns = undefined;
  }

  private cellsOf({ passage: { words, places } }: Cited): Cell[] {
    return placedCells(words, (at) => this.notes.document.text.slice(places[at] ?? 0, places[at + 1] ?? 0));
  }

  private keep(cited: Cited, all: Cell[], columns: Column[]): void {
    // The number may have been read as the label of the row.
    const own = all.length === columns.length - 1 && cited.label !== null && columns[0] === 'number';
    const cells = own ? [undefined, ...all] : all;
    const asked = cells[columns.indexOf('asked')];
    if (!asked || asked.to - asked.from < SHORTEST) return;
    const words = said(cited, asked);
    const [ask] = this.notes.asks(words);
    const told = ask && ask.why.code === 'asked-before' ? ask.addressees : [];
    const addressees = [
      told,
      this.whoIn(cited, cells[columns.indexOf('who')]),
      ask?.addressees ?? [],
      this.notes.context.addressees,
    ];
    const found = this.notes.foundIn(
      words,
      this.notes.orSubject(addressees.find(({ length }) => length > 0) ?? []),
      undefined,
    );
    const number = cells[columns.indexOf('number')];
    const label = number && /\d/.test(said(cited, number)) ? said(cited, number).replace(/\.$/, '') : cited.label;
    const due = this.dueIn(cited, cells[columns.indexOf('due')]);
    this.notes.add({ ...cited, label }, { ...found, due, from: asked.from, to: asked.to, why: because('table-row') });
  }

  private whoIn(cited: Cited, cell: Cell | undefined): string[] {
    if (!cell) return [];
    return actorsOf(said(cited, cell), this.notes.setting, this.notes.context.recent).map(({ name }) => name);
  }

  private dueIn(cited: Cited, cell: Cell | undefined): string | null {
    if (!cell) return null;
    const words = said(cited, cell);
    const { date } = this.notes.setting;
    return dueOf(words, date) ?? dateAt(words) ?? comingDay(words, date);
  }
}

/** Shorter than this nothing is asked. */
const SHORTEST = 8;
const said = ({ passage }: Cited, { from, to }: Cell): string => passage.words.slice(from, to);
