import { escaped } from './grammar.js';
import type { Setting } from './setting.js';

/** In an article: the body for which a speaker speaks, as the article introduces the speaker. */
export function speakerOf(words: string, setting: Setting): string[] {
  if (setting.form !== 'press' || words === '') return [];
  const { all } = setting;
  const rapporteur =
    /\b(?:U\.?N\.?\s+|United Nations\s+)?[Ss]pecial [Rr]apporteur on (?:the )?([\p{L} ,'-]+?)(?=[,."]|\s(?:said|told|urged|who)\b)/u.exec(
      all,
    );
  const isExpert =
    /\b(?:expert|rapporteur|she|he)\b/i.test(words) ||
    (rapporteur && all.slice(Math.max(0, rapporteur.index - 60), rapporteur.index).includes(surname(words)));
  if (rapporteur && isExpert) return [`Special Rapporteur on ${rapporteur[1] ?? ''}`];
  const body = introducedWith(surname(words), all);
  if (body) return [setting.names.mentionsIn(body).find(({ start }) => start === 0)?.name ?? body];
  const own = setting.names.mentionsIn(words).find(({ kind }) => kind === 'body');
  if (own) return [own.name];
  const name = /(?:The\s)?((?:\p{Lu}[\p{L}'-]+\s(?:(?:of|for|on|and|the|in)\s){0,2}){1,6}\p{Lu}[\p{L}'-]+)/u.exec(
    words.replace(/^The group's/, ''),
  )?.[1];
  return name &&
    /\b(?:of|for|Watch|International|Network|Forum|Alliance|Center|Centre|Union|Association|Foundation|Council|Committee|Group)\b/.test(
      name,
    )
    ? [name]
    : [];
}

function surname(words: string): string {
  return /(\p{Lu}[\p{L}-]+)(?:\s(?:also|has|on|further))*\s*$/u.exec(words)?.[1] ?? '\u0000';
}

/** "Dóra Kis, director of Danube Legal Aid,": the body that stands behind the name where it is first said. */
function introducedWith(name: string, all: string): string | undefined {
  const found = new RegExp(
    `\\b${escaped(name)},\\s(?:the\\s|an?\\s)?[^,.]{0,50}?\\b(?:of|at|for|with)\\s((?:the\\s)?\\p{Lu}[^,."]{2,70})`,
    'u',
  ).exec(all)?.[1];
  return found?.replace(/^the\s/, '').trim();
}
