import { createHash } from 'node:crypto';
import type { Filling } from '../draft.js';
import type { Recipes, Round } from '../round.js';

/** A source without a link, from which something is taken, is wrong in one way that is known beforehand. */
export const DATA_QUALITY: Recipes = {
  DataQuality_list: { valid: () => ({ path: { fault: 'unarchived' } }) },
  DataQuality_dismiss: {
    valid: async (round) => fine(await bareSource(round)),
    409: async (round) => {
      const filling = fine(await bareSource(round));
      await round.make('DataQuality_dismiss', filling);
      return filling;
    },
  },
};

async function bareSource(round: Round): Promise<string> {
  const { id } = await round.make('Sources_create', { json: { title: 'By hand', kind: 'letter' } });
  await round.make('Recommendations_create', {
    json: { code: round.random.uuid(), title: 'x', text: 'x', sourceId: id },
  });
  return String(id);
}

function fine(source: string): Filling {
  const hex = createHash('md5').update(`missing-source:${source}`).digest('hex');
  const itemId = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
  return { path: { fault: 'missing-source' }, json: { itemId, fine: true, reason: 'It came on paper.' } };
}
