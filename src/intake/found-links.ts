import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { run } from '../common/statement.js';
import { Theme } from '../taxonomy/theme.entity.js';
import { type Echo, echoesOf } from './echoes.js';
import type { IntakeProposal } from './intake-proposal.entity.js';
import { REPEATED, TRACKED } from './intake.queries.js';
import { OFFICIAL_KINDS } from './official.js';
import { themesOf } from './theme-words.js';

/** So many recommendations are compared with in other words, the newest; what repeats is looked for among all. */
const MOST_COMPARED = 5000;

/** The asks of a document, and what it is. */
export interface Asks {
  texts: string[];
  isOfficial: boolean;
  /** Of the document (BCP 47). */
  language: string;
}

type Links = Pick<IntakeProposal, 'repeats' | 'echoes' | 'themeIds'>;

/** For each ask what is tracked and says the same, in the same words or in others, and what it speaks of; all as the actor may see it. */
export async function linksOf(
  tx: EntityManager,
  { workspaceId }: Actor,
  { texts, isOfficial, language }: Asks,
): Promise<Links[]> {
  const repeats = await run<{ ids: string[] }>(tx, REPEATED, [texts]);
  const among = [workspaceId, OFFICIAL_KINDS, !isOfficial, MOST_COMPARED];
  const echoes = echoesOf(texts, await run<{ id: string; text: string }>(tx, TRACKED, among));
  const themes = (await tx.find(Theme, { order: { code: 'ASC' } })).map(({ id, code, label, labels }) => ({
    id,
    names: [code, label, ...(labels[language] === undefined ? [] : [labels[language]])],
  }));
  const themeIds = themesOf(texts, themes);
  return texts.map((_text, n) => {
    const same = repeats[n]?.ids ?? [];
    const isOther = ({ id }: Echo): boolean => !same.includes(id);
    return { repeats: same, echoes: (echoes[n] ?? []).filter(isOther), themeIds: themeIds[n] ?? [] };
  });
}
