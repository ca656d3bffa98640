import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Item, Selection } from './useSelection';

/** All rows that were read so far. */
export function ChooseShown<Row extends Item>({ selection, rows }: { selection: Selection<Row>; rows: Row[] }) {
  const { t } = useTranslation();
  const isWhole = selection.isAll || (rows.length > 0 && rows.every(({ id }) => selection.rows.has(id)));
  return (
    <span role="columnheader" data-choose>
      <Checkbox
        className="no-print"
        aria-label={t('frame.chooseShown')}
        checked={isWhole}
        indeterminate={!isWhole && selection.rows.size > 0}
        onChange={(event) => (event.currentTarget.checked ? selection.choose(rows, true) : selection.clear())}
      />
    </span>
  );
}

interface ChooseRowProps<Row> {
  selection: Selection<Row>;
  rows: Row[];
  row: Row;
  index: number;
  /** What choosing it is called, with what it is. */
  label: string;
}

/** One row; with the shift key all from the one that was pressed before. */
export function ChooseRow<Row extends Item>({ selection, rows, row, index, label }: ChooseRowProps<Row>) {
  return (
    <div role="cell" data-choose className="no-print">
      <Checkbox
        className="no-print"
        aria-label={label}
        checked={selection.isAll || selection.rows.has(row.id)}
        disabled={selection.isAll}
        onChange={(event) => {
          const isRange = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
          selection.press(rows, index, event.currentTarget.checked, isRange);
        }}
      />
    </div>
  );
}
