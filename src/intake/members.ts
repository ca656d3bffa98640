import { type Actor, named, properName } from './actor-words.js';
import type { Setting } from './setting.js';

/** Beside an institution of the Union, member states are the Union's. */
const UNION =
  /^(?:European (?:Union|Commission|Council|Parliament|External Action Service)|Council of the European Union|High Representative of the Union\b.*)$/;

/** "Its member states", after the body whose members they are. */
export function membersOf(setting: Setting, before: Actor[], part: string): Actor[] {
  const union = before.findLast(({ name }) =>
    /^(?!High Representative|Special|President|Secretary).*(?:Union|Association|Organization|Community|Council of Europe|Cooperation Council|Commonwealth|League|States|Nations)/.test(
      name,
    ),
  )?.name;
  // "The Security Council and its members" are the Council.
  if (
    /^(?:its|their) members$/i.test(part) &&
    before.some(
      ({ name }) => /Council$|Committee|Commission|Board|Parliament|Assembly/.test(name) && name !== 'European Council',
    )
  )
    return [];
  if (before.some(({ name }) => UNION.test(name))) return named('European Union member states');
  const whose = /^(?:its|their)\s/i.test(part)
    ? before.findLast(
        ({ isGroup, name }) => !isGroup && / /.test(name) && !setting.weights.has(name) && name !== 'United Nations',
      )
    : undefined;
  if (!union && whose) return named(`${whose.name} member states`);
  if (union && /\b(?:its|their|the)\b/i.test(part) && union !== 'United Nations')
    return named(`${union} member states`);
  // "China and other Member States" are China.
  if (before.length > 0 && /\bother\b/i.test(part)) return [];
  return named(setting.memberStates);
}

/** "Member states of the Council". */
export function membersOfBody(words: string, setting: Setting): Actor[] {
  const bare = words.replace(/^the\s+/i, '');
  const [mention] = setting.names.mentionsIn(bare);
  const body = setting.short[bare] ?? (mention?.start === 0 ? mention.name : properName(bare));
  return named(body.endsWith('member states') ? body : `${body} member states`);
}

/** "Verkhovna Rada Commissioner for Human Rights": no organ of those who appoint them. */
export const OF_RIGHTS =
  /\b(?:Commissioner|Defender|Ombuds(?:man|person|woman))\sfor\s(?:the\s)?(?:Human\s)?(?:Rights|Children)/;
/** "Member State embassies" are the member states. */
export const OF_MEMBERS =
  /^member states?'?\s(?:embassies|missions|delegations|governments|representations)\b|^(?:embassies|missions|delegations|governments|representations|parliaments|authorities|foreign ministers|diplomats|capitals)\sof\s(?:the\s|its\s|all\s|EU\s)*member states$/i;
