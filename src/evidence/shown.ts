import { type FindOptionsWhere, Raw } from 'typeorm';
import { isShown } from '../access/shown-evidence.js';
import type { Evidence } from './evidence.entity.js';

/** What a search for pieces asks for, among those that the actor may know: `tx.findOneBy(Evidence, shown({ id }))`. */
export const shown = (where: FindOptionsWhere<Evidence>): FindOptionsWhere<Evidence> => ({
  ...where,
  confidentiality: Raw((column) => isShown(quoted(column.slice(0, column.lastIndexOf('.'))))),
});

const quoted = (alias: string): string => `"${alias.replaceAll('"', '')}"`;
