import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Row } from './row';
import type { Selection } from './useSelection';

/** All rows that were read so far. */
export function ChooseShown({ selection, rows }: { selection: Selection; rows: Row[] }) {
  const { t } = useTranslation();
  const isWhole = selection.isAll || (rows.length > 0 && rows.every(({ id }) => selection.rows.has(id)));
  return (
    <span role="columnheader" data-choose>
      <Checkbox
        className="no-print"
        aria-label={t('followUps.chooseShown')}
        checked={isWhole}
        indeterminate={!isWhole && selection.rows.size > 0}
        onChange={(event) => (event.currentTarget.checked ? selection.choose(rows, true) : selection.clear())}
      />
    </span>
  );
}

/** One row; with the shift key all from the one that was pressed before. */
export function ChooseRow({
  selection,
  rows,
  row,
  index,
}: {
  selection: Selection;
  rows: Row[];
  row: Row;
  index: number;
}) {
  const { t } = useTranslation();
  return (
    <div role="cell" data-choose className="no-print">
      <Checkbox
        className="no-print"
        aria-label={t('followUps.chooseRow', { code: row.recommendation.code, addressee: row.addressee.name })}
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
