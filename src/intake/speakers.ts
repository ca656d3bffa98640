import type { Setting } from './setting.js';
import { bareName, groupIn, introducedWith, surname } from './speaker-bodies.js';

const SAYS = '(?:said|says|told|added|adds|warned|argued|stressed|noted|wrote|urged|asked|called|appealed|demanded)';
const NAME = "\\p{Lu}[\\p{L}'-]+(?:\\s\\p{Lu}[\\p{L}'-]+){0,3}";
/** What stands behind a quote: `," said Ana Pires, director of Open Door`. */
const BEHIND = new RegExp(
  `[,.!?]"\\s+(?:${SAYS}\\s+(${NAME})|((?:${NAME}|she|he|it|they))\\s+(?:\\p{Ll}+\\s+)?${SAYS})(.*)`,
  'u',
);
/** Who speaks at the beginning of a sentence: "Pires said", "A spokesperson for the Fund, Ana Pires, told". */
const FRONT = new RegExp(
  `^"?(.{3,120}?)\\s(?:(?:also|has|have|had|further|on \\p{Lu}\\p{L}+day|\\p{Lu}\\p{L}+day)\\s)*${SAYS}\\b`,
  'u',
);
/** Who says a whole sentence, at its end. */
const ATTRIBUTED = new RegExp(
  `,\\s((?:the\\s)?${NAME}(?:\\s(?:of|for|on)\\s(?:the\\s)?${NAME})?)\\s(?:said|says|added|warned|argued|stressed)(?:\\s(?:today|yesterday|\\p{Lu}\\p{L}+day|(?:on|in)\\s[^,"]{3,40}))*\\.?$`,
  'u',
);
/** "UNITED NATIONS (Wire News)": from where a story is sent is nobody who speaks. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,]{3,40}\([^)]{2,80}\)\s*[–—-]?\s*/u;
/** "Wire News Editor-in-Chief Ann Poe": the body before the office. */
const TITLED =
  /^"?(?:[Tt]he\s)?(\p{Lu}[\p{L}'&-]+(?:\s(?:(?:of|for|on|and)\s)?\p{Lu}[\p{L}'&-]+){0,5}?)\s(?:(?:[Dd]eputy|[Ss]enior|[Aa]sia|[Aa]frica|[Ee]xecutive|[Ll]egal|[Rr]egional|[Gg]lobal)\s){0,3}(?:[Ee]ditor|[Dd]irector|[Cc]hair|[Ss]ecretary|[Cc]hief [Ee]xecutive|[Ss]pokes\p{L}+|[Rr]esearcher|[Aa]dvis[eo]r|[Cc]oordinator|[Cc]ampaigner)[\p{L}-]*\s\p{Lu}/u;
const DAY = /\s+(?:on\s+)?\p{Lu}\p{L}+day$/u;
const SOMEBODY =
  /^(?:In a (?:statement|report|letter|post),?\s)?(?:she|he|it|they|the (?:expert|rapporteur|group|organi[sz]ation|agency|office|spokesperson|spokesman|spokeswoman))$/i;

/** "In a report released Tuesday, Ocean Ledger said". */
const OPENING = /^(?:In|On|At|After|During)\s[^,]{3,60},\s/;
const NAMED = new RegExp(`^${NAME}$`, 'u');
/** Somebody of the body that spoke last: "A spokesman, Juan Cruz,". */
const STAFF =
  /^(?:an?|its|their)\s(?:\p{Ll}+\s){0,2}(?:spokes\p{L}+|director|lawyer|official|head|chair\p{L}*|president|secretary|coordinator|researcher|adviser)\b(?!\s(?:of|for|at|with))/iu;

/** In an article: for which body each speaker speaks, as the article introduces them one after the other. */
export class Speakers {
  private last: string[] = [];
  /** The group that was named last, for "the group's chair". */
  private named: string[] = [];
  /** Whoever spoke last under a name of its own, for "its director". */
  private subject: string | undefined;
  private readonly known = new Map<string, string[]>();

  constructor(private readonly setting: Setting) {}

  /** Follows the article sentence by sentence, so that "she said" and "the group" can be told. */
  hear(sentence: string): void {
    if (this.setting.form !== 'press') return;
    const group = groupIn(sentence);
    if (group) this.named = [group];
    const behind = sentence.includes('"') ? undefined : ATTRIBUTED.exec(sentence)?.[1];
    if (behind !== undefined) return void this.attributed(behind);
    const words = this.frontOf(sentence);
    const alone = words?.replace(OPENING, '').trim();
    if (alone !== undefined && NAMED.test(alone)) this.subject = alone;
    const heard = words === undefined ? [] : this.bodyOf(words);
    if (heard.length > 0) this.last = heard;
  }

  /** The body for which the speaker of an ask speaks; a quote is told by what stands behind it in its paragraph. */
  of(speaker: string, sentence: string, paragraph: string): string[] {
    if (this.setting.form !== 'press') return [];
    const behindAll = ATTRIBUTED.exec(sentence)?.[1];
    if (/^(?:\([^()]*\)\W*)?$/.test(speaker) && behindAll !== undefined && !sentence.includes('"'))
      return this.attributed(behindAll);
    const isQuoted = sentence.startsWith('"') || this.isInQuote(sentence, paragraph);
    const behind = isQuoted ? BEHIND.exec(paragraph) : null;
    const words = behind ? (behind[1] ?? behind[2] ?? '') : speaker;
    const body = words === '' ? [] : this.bodyOf(words, behind?.[3] ?? '');
    if (body.length > 0) this.last = body;
    return body.length === 0 && isQuoted ? this.last : body;
  }

  private isInQuote(sentence: string, paragraph: string): boolean {
    const before = paragraph.slice(0, Math.max(0, paragraph.indexOf(sentence)));
    return (before.match(/"/g) ?? []).length % 2 === 1;
  }

  /** "..., Open Door said today." */
  private attributed(words: string): string[] {
    const body = this.bodyOf(words);
    const found = body.length > 0 || !/\s/.test(words) ? body : [words.replace(/^the\s/, '')];
    if (found.length > 0) this.last = found;
    return found;
  }

  private frontOf(sentence: string): string | undefined {
    const behind = BEHIND.exec(sentence);
    return behind ? (behind[1] ?? behind[2]) : FRONT.exec(sentence.replace(/,\s(?:who|which)\b[^,]*,/g, ''))?.[1];
  }

  private bodyOf(words: string, after = ''): string[] {
    const bare = words
      .replace(DATELINE, '')
      .replace(/,\s(?:who|which)\b[^,]*,?/g, '')
      .replace(/\s+(?:said|says|told|also|has|have)\b.*$/, '')
      .replace(DAY, '')
      .trim();
    if (/^the (?:group|organi[sz]ation|network|alliance)(?:'s\b|$)/i.test(bare))
      return this.named.length > 0 ? this.named : this.last;
    if (STAFF.test(bare)) return this.last;
    if (SOMEBODY.test(bare) || /^(?:he|she|they)\s/i.test(bare)) return this.last;
    const name = surname(bare);
    const known = this.known.get(name);
    if (known) return known;
    const found = this.introduced(bare, name, after);
    if (found.length > 0 && /^\p{Lu}/u.test(name)) this.known.set(name, found);
    return found;
  }

  private introduced(bare: string, name: string, after: string): string[] {
    const { all, names } = this.setting;
    const rapporteur =
      /\b[Ss]pecial [Rr]apporteur on (?:the )?([\p{L} ,'-]+?)(?=[,."]|\s(?:said|told|urged|who|on \p{Lu}\p{L}+day)\b|$)/u.exec(
        bare,
      );
    if (!rapporteur && /\b(?:expert|rapporteur)\b/i.test(bare) && bare !== all) {
      const office = this.introduced(all, '\u0000', '');
      if (office.some((it) => it.startsWith('Special'))) return office;
    }
    if (rapporteur) return [`Special Rapporteur on ${rapporteur[1] ?? ''}`];
    const body = bareName(introducedWith(name, all));
    if (body && /^group\b|^organi[sz]ation\b/.test(body)) return this.last;
    if (body) return [names.mentionsIn(body).find(({ start }) => start === 0)?.name ?? body];
    if (/^,?\s*its\s/.test(after) && this.subject !== undefined) return [this.subject];
    const own = names.mentionsIn(bare).find(({ kind }) => kind === 'body');
    if (own) return [own.name];
    if (/\bgroup\b/.test(after) && this.last.length > 0) return this.last;
    const group = TITLED.exec(bare)?.[1] ?? groupIn(bare);
    if (group) return [group];
    // Some people without a body stand for themselves; a person whom nothing introduces was spoken of just before.
    if (/^\p{Lu}\p{Ll}+(?:ists|ers|ors|groups|organi[sz]ations|families|relatives)$/u.test(bare)) return [bare];
    return new RegExp(`^${NAME}$`, 'u').test(bare) && names.mentionsIn(bare).length === 0 ? this.last : [];
  }
}
