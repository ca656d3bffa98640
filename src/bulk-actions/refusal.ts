// Why an item was not acted on, in the words of the single act. Pure.

import type { Problem } from '../common/problem.js';
import type { Refusal } from './single-act.js';

export function refusalOf({ code, title, detail, errors, more }: Problem): Refusal {
  const unmet = (more['unmet'] ?? []) as Refusal['unmet'];
  const told = unmet.length > 0 ? unmet.map(({ message }) => message) : errors.map(({ message }) => message);
  const message =
    told.length > 0
      ? told.join(' ')
      : `${title}. ${detail.replace(' Nothing was changed.', '').replace('Nothing was changed. ', '')}`;
  return { code, message, unmet };
}
