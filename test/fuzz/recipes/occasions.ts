import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

export const OCCASIONS: Recipes = {
  Occasions_record: {
    valid: (round) => of(round, 'recurring', { outcome: 'done' }),
    409: (round) => of(round, 'once', { outcome: 'done' }),
    422: (round) => of(round, 'recurring', { outcome: 'done', occurredOn: '2999' }),
  },
  Occasions_confirm: {
    valid: (round) => of(round, 'continuing'),
    409: (round) => of(round, 'once'),
    422: (round) => of(round, 'continuing', { occurredOn: '2999' }),
  },
};

/** On a recommendation of that nature. */
async function of(round: Round, nature: string, more: Record<string, unknown> = {}): Promise<Filling> {
  const { json } = await round.valid(round.document.get('Recommendations_create'));
  const { partOf: _p, label: _l, ...asked } = json as Record<string, unknown>;
  const { id } = await round.make('Recommendations_create', {
    json: { ...asked, nature, confidentiality: 'coalition' },
  });
  return {
    caller: round.as('editor'),
    path: { recommendationId: String(id) },
    json: { occurredOn: '2019-12', ...more },
  };
}
