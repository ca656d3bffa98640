import type { Setting } from './setting.js';
import { groupNamed, mandateOf, officeIn } from './named-groups.js';
import { bodiesNamed, bodyInFull, nicknamesIn, ownersIn } from './speaker-names.js';
import { bareName, groupIn, introducedWith, surname } from './speaker-bodies.js';
import * as phrases from './speaker-phrases.js';

/** In an article: for which body each speaker speaks, as the article introduces them one after the other. */
export class Speakers {
  private last: string[] = [];
  /** The group that was named last, for "the group's chair". */
  private named: string[] = [];
  /** Whoever spoke last under a name of its own, for "its director". */
  private subject: string | undefined;
  private readonly known = new Map<string, string[]>();
  private readonly beside = new Map<string, string | undefined>();
  /** Special rapporteurs by surname, as the article introduces them. */
  private readonly mandates: Map<string, string>;
  /** Whom people speak for, and what bodies are called besides. */
  private readonly owners: ReadonlyMap<string, string>;
  private readonly nicknames: ReadonlyMap<string, string>;

  constructor(private readonly setting: Setting) {
    const isStory = setting.form === 'press';
    this.owners = isStory ? ownersIn(setting.all) : new Map();
    this.nicknames = isStory ? nicknamesIn(setting.all) : new Map();
    this.mandates = new Map(
      [...setting.all.matchAll(phrases.MANDATE)].map(([, mandate = '', name = '']) => [name, mandate.trim()] as const),
    );
  }

  /** Follows the article sentence by sentence, so that "she said" and "the group" can be told. */
  hear(sentence: string): void {
    if (this.setting.form !== 'press') return;
    const group = groupIn(sentence);
    if (group) this.named = [group];
    const behind = sentence.includes('"') ? undefined : phrases.ATTRIBUTED.exec(sentence)?.[1];
    if (behind !== undefined) return void this.attributed(behind);
    const words = phrases.frontOf(sentence);
    const alone = words?.replace(phrases.OPENING, '').trim();
    if (alone !== undefined && phrases.NAMED.test(alone)) this.subject = alone;
    const heard = words === undefined ? [] : this.bodyOf(words);
    if (heard.length > 0) this.last = heard;
  }

  /** The body for which the speaker of an ask speaks; a quote is told by what stands behind it in its paragraph. */
  of(speaker: string, sentence: string, paragraph: string): string[] {
    if (this.setting.form !== 'press') return [];
    const behindAll = phrases.ATTRIBUTED.exec(sentence)?.[1];
    if (/^(?:\([^()]*\)\W*)?$/.test(speaker) && behindAll !== undefined && !sentence.includes('"'))
      return this.attributed(behindAll);
    if (this.last.length > 0 && phrases.ELIDED.test(speaker)) return this.last;
    const isQuoted = sentence.startsWith('"') || isInQuote(sentence, paragraph);
    const behind = isQuoted ? phrases.BEHIND.exec(paragraph) : null;
    const words = behind ? (behind[1] ?? behind[2] ?? '') : (phrases.SECOND.exec(speaker)?.[1] ?? speaker);
    const body = words === '' ? [] : this.bodyOf(words, behind?.[3] ?? '');
    if (body.length > 0) this.last = body;
    // What a story asks without saying who does goes on with whoever spoke last.
    return body.length === 0 && (isQuoted || speaker === '') ? this.last : body;
  }

  /** "..., Open Door said today." */
  private attributed(words: string): string[] {
    const body = this.bodyOf(words);
    const found = body.length > 0 || !/\s/.test(words) ? body : [words.replace(/^the\s/, '')];
    if (found.length > 0) this.last = found;
    return found;
  }

  private bodyOf(words: string, after = ''): string[] {
    const bare = words
      .replace(phrases.DATELINE, '')
      .replace(/,\s(?:who|which)\b[^,]*(?:,\d{3}[^,]*)*,?/g, '')
      .replace(/\s+(?:said|says|told|also|has|have|is|are|further)\b.*$/, '')
      .replace(phrases.DAY, '')
      .trim();
    const told = this.told(bare);
    if (told) return told;
    if (/^the (?:group|organi[sz]ation|network|alliance)(?:'s\b|\sin\s\p{Lu}\p{L}+$|$)/iu.test(bare))
      return this.named.length > 0 ? this.named : this.last;
    if (phrases.STAFF.test(bare)) return this.keep(bare, this.last);
    if (phrases.SOMEBODY.test(bare) || /^(?:he|she|they|it)\s/i.test(bare)) return this.last;
    const name = surname(phrases.PERSON_FIRST.exec(bare)?.[1] ?? bare);
    const known = this.known.get(name);
    if (known) return known;
    const found = this.introduced(bare, name, after);
    if (found.length > 0 && /^\p{Lu}/u.test(name)) this.known.set(name, found);
    return found;
  }

  /** "Its chairman, Ernesto Rivas": from now on Rivas speaks for it. */
  private keep(words: string, body: string[]): string[] {
    const name = surname(words);
    if (body.length > 0 && /^\p{Lu}/u.test(name)) this.known.set(name, body);
    return body;
  }

  /** Whom the article itself tells that somebody speaks for. */
  private told(bare: string): string[] | undefined {
    const { names } = this.setting;
    const name = surname(phrases.PERSON_FIRST.exec(bare)?.[1] ?? bare);
    const owner = this.owners.get(name);
    const [state] = owner === undefined ? [] : names.mentionsIn(owner);
    if (/\brapporteur\b|\bindependent expert\b/i.test(bare)) return undefined;
    const full = owner === undefined ? '' : bodyInFull(owner, names, this.nicknames);
    if (/ |\p{Lu}/u.test(full) && state?.kind !== 'state') return [full];
    if (phrases.OF_THE_LAST.test(bare)) {
      if (this.last.length > 0) this.known.set(phrases.OF_THE_LAST.exec(bare)?.[1] ?? name, this.last);
      return this.last;
    }
    if (phrases.WITHOUT_BODY.test(bare) && this.besideName(name) === undefined) return (this.last = []);
    const found = bodiesNamed(bare, names, this.nicknames);
    return found.length > 0 ? found : undefined;
  }

  /** The body beside a name, looked for once. */
  private besideName(name: string): string | undefined {
    if (!this.beside.has(name)) this.beside.set(name, introducedWith(name, this.setting.all));
    return this.beside.get(name);
  }

  private introduced(bare: string, name: string, after: string): string[] {
    const { all, names } = this.setting;
    const group = after === '' && bare !== all ? groupNamed(bare, this.setting) : undefined;
    if (group !== undefined) return [group];
    const mandate = phrases.RAPPORTEUR.exec(bare)?.[1] ?? this.mandates.get(name);
    if (mandate !== undefined) return [mandateOf(mandate, names)];
    if (/\b(?:expert|rapporteur)\b/i.test(bare) && bare !== all) {
      const office = this.introduced(all, '\u0000', '');
      if (office.some((it) => it.startsWith('Special'))) return office;
    }
    const body = bareName(this.besideName(name));
    if (body && /^group\b|^organi[sz]ation\b/.test(body)) return this.last;
    if (body) return [names.mentionsIn(body).find(({ start }) => start === 0)?.name ?? body];
    if (/^,?\s*its\s/.test(after) && this.subject !== undefined) return [this.subject];
    const own = names.mentionsIn(bare).find(({ kind, how }) => kind === 'body' && how === 'name');
    if (own) return [own.name === 'United Nations' ? (officeIn(bare, name, all) ?? own.name) : own.name];
    if (/\bgroup\b/.test(after) && this.last.length > 0) return this.last;
    const titled = phrases.TITLED.exec(bare)?.[1] ?? groupIn(bare);
    if (titled) return [titled];
    // Some people without a body stand for themselves; a person whom nothing introduces was spoken of just before.
    if (/^\p{Lu}\p{Ll}+(?:ists|ers|ors|groups|organi[sz]ations|families|relatives)$/u.test(bare)) return [bare];
    return new RegExp(`^${phrases.NAME}$`, 'u').test(bare) && names.mentionsIn(bare).length === 0 ? this.last : [];
  }
}

/** Whether a quote is open where the sentence begins. */
function isInQuote(sentence: string, paragraph: string): boolean {
  const before = paragraph.slice(0, Math.max(0, paragraph.indexOf(sentence)));
  return (before.match(/"/g) ?? []).length % 2 === 1;
}
