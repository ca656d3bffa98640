// What the table can show of a follow-up, in its order, and what the server is asked for it.

export const COLUMNS = [
  'recommendation',
  'addressee',
  'asked',
  'response',
  'implementation',
  'due',
  'overdue',
  'owner',
  'contested',
  'moved',
  'themes',
] as const;
export type Column = (typeof COLUMNS)[number];

export const USUAL: Column[] = ['recommendation', 'addressee', 'response', 'implementation', 'due', 'owner'];

/** Which order a column's heading asks for. */
export const SORT_OF: Partial<Record<Column, 'dueOn' | 'movedAt' | 'code'>> = {
  recommendation: 'code',
  due: 'dueOn',
  moved: 'movedAt',
};

const FIELD_OF = { due: 'dueOn', moved: 'movedAt' } as const;
type Field =
  | 'id'
  | 'version'
  | 'closing'
  | 'dueOn'
  | 'daysOverdue'
  | 'movedAt'
  | 'members'
  | Exclude<Column, keyof typeof FIELD_OF>;

/** What rows are chosen and worked on by is asked for always; the rest as it is shown. */
export function fieldsOf(columns: Column[]): Field[] {
  const needed: Field[] = ['id', 'version', 'recommendation', 'addressee', 'response', 'implementation', 'closing'];
  const shown = columns.map((column): Field => (column === 'due' || column === 'moved' ? FIELD_OF[column] : column));
  if (columns.includes('addressee')) needed.push('members');
  return [...new Set([...needed, ...shown, ...(columns.includes('due') ? (['overdue', 'daysOverdue'] as const) : [])])];
}
