import { useRef, useState } from 'react';

export interface Item {
  id: string;
}

export interface Selection<Row> {
  /** Chosen one by one, by id. */
  rows: ReadonlyMap<string, Row>;
  /** Whether all that the filters find is chosen, also what is not on the page yet. */
  isAll: boolean;
  choose: (rows: Row[], isChosen: boolean) => void;
  /** Chooses a row as the one before it, or with `isRange` all from there to here. */
  press: (rows: Row[], index: number, isChosen: boolean, isRange: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

/** Which rows are chosen. Another view begins with none: what one doesn't see is not acted on by mistake. */
export function useSelection<Row extends Item>(view: string): Selection<Row> {
  const [state, setState] = useState({ view, rows: new Map<string, Row>(), isAll: false });
  const pressed = useRef<number>(undefined);
  const now = state.view === view ? state : { view, rows: new Map<string, Row>(), isAll: false };
  const choose = (rows: Row[], isChosen: boolean) => {
    const next = new Map(now.rows);
    for (const row of rows) {
      if (isChosen) next.set(row.id, row);
      else next.delete(row.id);
    }
    setState({ view, rows: next, isAll: false });
  };
  return {
    rows: now.rows,
    isAll: now.isAll,
    choose,
    press: (rows, index, isChosen, isRange) => {
      const from = isRange ? (pressed.current ?? index) : index;
      pressed.current = index;
      choose(rows.slice(Math.min(from, index), Math.max(from, index) + 1), isChosen);
    },
    chooseAll: () => setState({ view, rows: new Map(), isAll: true }),
    clear: () => setState({ view, rows: new Map(), isAll: false }),
  };
}
