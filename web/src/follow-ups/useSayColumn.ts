import { useTranslation } from 'react-i18next';
import type { Column } from './columns';

/** What a column is called. */
export function useSayColumn(): (column: Column) => string {
  const { t } = useTranslation();
  return (column) =>
    column === 'response' || column === 'implementation' ? t(`axes.${column}`) : t(`followUps.columnNames.${column}`);
}
