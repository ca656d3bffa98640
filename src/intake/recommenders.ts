import { stateCodes } from './states-by-code.js';
import type { Gazetteer } from './gazetteer.js';

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

/** "(Haiti). Noted": what became of an item. */
const ANSWER = /\)[.;]?\s(?:Supported|Noted|Accepted|Rejected)(?:\sin part)?[.\s]*$/;

/** "Slovenia: fund the plan": the states before an item, and where its words begin. */
export function recommendersBefore(words: string, names: Gazetteer): (Recommenders & { from: number }) | undefined {
  const [lead, states = ''] = /^([^:.]{3,90}):\s+(?=\p{L})/u.exec(words) ?? [];
  const by = lead === undefined ? [] : onlyStates(states, names);
  return lead === undefined || by.length === 0 ? undefined : { by, from: lead.length, end: words.length };
}

/** Takes "(Chile) (Denmark)", "(Mexico); (Peru);", "(Bahamas, Jamaica)" off the end of an item. */
export function recommendersOf(said: string, names: Gazetteer): Recommenders | undefined {
  const words = said.replace(SQUARE, '($1)').replace(ANSWER, ')');
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
    const mentions = names.mentionsIn(inner).filter(({ how, kind }) => kind === 'state' && how === 'name');
    const left = mentions.reduceRight((rest, { start, end: stop }) => rest.slice(0, start) + rest.slice(stop), inner);
    if (
      mentions.length === 0 ||
      !/^(?:[\s,;()&*]|\band\b|\bthe\b|\bon behalf of\b|\b(?:recommended|proposed|made|submitted)? ?by\b|Kingdom of|\d)*$/i.test(
        left.replace(/on behalf of.*$/i, ''),
      )
    )
      break;
    by.unshift(...mentions.map(({ name }) => name));
    end = words.slice(0, bracket).replace(BETWEEN, '').length;
  }
  if (by.length === 0) return behindDash(words.slice(0, end), names);
  return { by: [...new Set([...inside(words.slice(0, end), names), ...by])], end };
}

/** "Prohibit corporal punishment – Uruguay": what stands behind the last dash, or behind "recommended by", is states and nothing else. */
function behindDash(words: string, names: Gazetteer): Recommenders | undefined {
  const mark = BEFORE_STATES.exec(words);
  if (!mark) return undefined;
  const by = onlyStates(words.slice(mark.index + mark[0].length), names);
  return by.length > 0 ? { by, end: words.slice(0, mark.index).replace(/[\s;,.]+$/, '').length } : undefined;
}

const BEFORE_STATES =
  /\s(?:[–—]|--?)\s(?:(?:recommended|proposed|made|submitted)\sby\s)?(?!.*\s(?:[–—]|--?)\s)|[,;.]\s(?:recommended|proposed|made|submitted)\sby:?\s|\s(?=\/\s?\p{Lu}[^/]*$)/iu;

/** The states that words name, if they hold nothing else. */
export function onlyStates(words: string, names: Gazetteer): string[] {
  const coded = stateCodes(words);
  if (coded) return coded;
  const mentions = names.mentionsIn(words).filter(({ kind, how }) => kind === 'state' && how === 'name');
  const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), words);
  return mentions.length > 0 && /^(?:[\s,;/()&.]|\band\b|\bthe\b)*$/i.test(rest)
    ? mentions.map(({ name }) => name)
    : [];
}

/** An item may hold two wordings, each with its own states behind it. */
function inside(words: string, names: Gazetteer): string[] {
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
