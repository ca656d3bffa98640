import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import type { Setting } from './setting.js';

/** By whose hands somebody is asked to act, as it stands beside the name: "the Secretary-General, through his Special Representative". */
export function throughOf(party: string, setting: Setting, recent: Recent): string[] {
  const found = /,?\s(?:through|via|acting through|by way of)\s+((?:(?:his|her|its|their|the)\s)?[^,;:.]{3,80})/i.exec(
    party,
  )?.[1];
  if (found === undefined) return [];
  return actorsOf(found.replace(/^(?:his|her|its|their)\s+/i, ''), setting, recent).map(({ name }) => name);
}
