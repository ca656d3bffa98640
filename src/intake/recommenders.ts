import { stateCodes } from './states-by-code.js';
import type { Setting } from './setting.js';

/** The states that put an item of a review forward, as they stand in brackets at its end. */
export interface Recommenders {
  by: string[];
  /** Where the words of the item end. */
  end: number;
}

/** What may stand between two brackets with states: a comma, "as also recommended by". */
const BETWEEN =
  /(?:(?<=\)),?\s+(?:as\s+)?(?:(?:also|already|previously|earlier)\s+)?(?:recommended|proposed|suggested|requested|raised)(?:\s+by)?\s*|(?:\s|;|,|\.|\band\b)+)$/;

/** "[Latvia, Poland]": some write the states so. */
const SQUARE = /\[([^[\]]+)\](?=[\s;.,]*(?:$|\[))/g;

/** Takes "(Chile) (Denmark)", "(Mexico); (Peru);", "(Bahamas, Jamaica)" off the end of an item. */
export function recommendersOf(said: string, setting: Setting): Recommenders | undefined {
  const { names } = setting;
  const words = said.replace(SQUARE, '($1)');
  let end = words
    .replace(/[\s;,.]*\bSource of position\s*:.*$/i, '')
    .replace(/(?:\s|;|\.|,|:|\*|\band\b|\d{1,2}$|\[\d+\])+$/, '').length;
  const by: string[] = [];
  for (;;) {
    const bracket = lastBracket(words.slice(0, end));
    if (bracket === undefined) break;
    const inner = words.slice(bracket + 1, end - 1);
    const coded = stateCodes(inner);
    if (coded) {
      by.unshift(...coded);
      end = words.slice(0, bracket).replace(BETWEEN, '').length;
      continue;
    }
    const mentions = names.mentionsIn(inner).filter(({ how, kind }) => kind !== 'group' && how === 'name');
    const left = mentions.reduceRight((rest, { start, end: stop }) => rest.slice(0, start) + rest.slice(stop), inner);
    if (
      mentions.length === 0 ||
      !/^(?:[\s,;()&*]|\band\b|\bthe\b|\bon behalf of\b|Kingdom of|\d)*$/i.test(left.replace(/on behalf of.*$/i, ''))
    )
      break;
    by.unshift(...mentions.map(({ name }) => name));
    end = words.slice(0, bracket).replace(BETWEEN, '').length;
  }
  return by.length > 0 ? { by: [...new Set([...inside(words.slice(0, end), setting), ...by])], end } : undefined;
}

/** An item may hold two wordings, each with its own states behind it. */
function inside(words: string, { names }: Setting): string[] {
  const runs = [...words.matchAll(/(?:\([^()]+(?:\([^()]*\))?\)\s*)+(?=[;,/])/g)].map(([run]) => run);
  return runs
    .flatMap((run) => [...run.matchAll(/\(([^()]+(?:\([^()]*\))?)\)/g)])
    .flatMap(([, inner = '']) => {
      const [first] = names.mentionsIn(inner);
      return first && inner.length - (first.end - first.start) < 25 && first.kind === 'state'
        ? names.mentionsIn(inner).map(({ name }) => name)
        : [];
    });
}

/** Where the bracket opens that a text ends with; brackets may stand in brackets. */
function lastBracket(words: string): number | undefined {
  if (!words.endsWith(')')) return undefined;
  let depth = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    if (words.charAt(at) === ')') depth++;
    else if (words.charAt(at) === '(' && --depth === 0) return at;
  }
  return undefined;
}
