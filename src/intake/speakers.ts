import type { Setting } from './setting.js';
import { groupNamed, mandateOf, officeIn } from './named-groups.js';
import { bareName, groupIn, introducedWith, surname } from './speaker-bodies.js';
import {
  ATTRIBUTED,
  BEHIND,
  DATELINE,
  DAY,
  FRONT,
  MANDATE,
  NAME,
  NAMED,
  OPENING,
  SOMEBODY,
  STAFF,
  TITLED,
} from './speaker-phrases.js';

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

  constructor(private readonly setting: Setting) {
    this.mandates = new Map(
      [...setting.all.matchAll(MANDATE)].map(([, mandate = '', name = '']) => [name, mandate.trim()] as const),
    );
  }

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
    // What a story asks without saying who does goes on with whoever spoke last.
    return body.length === 0 && (isQuoted || speaker === '') ? this.last : body;
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
    return behind
      ? (behind[1] ?? behind[2])
      : FRONT.exec(sentence.replace(/,\s(?:who|which)\b[^,]*(?:,\d{3}[^,]*)*,/g, ''))?.[1];
  }

  private bodyOf(words: string, after = ''): string[] {
    const bare = words
      .replace(DATELINE, '')
      .replace(/,\s(?:who|which)\b[^,]*(?:,\d{3}[^,]*)*,?/g, '')
      .replace(/\s+(?:said|says|told|also|has|have|is|are|further)\b.*$/, '')
      .replace(DAY, '')
      .trim();
    if (/^the (?:group|organi[sz]ation|network|alliance)(?:'s\b|$)/i.test(bare))
      return this.named.length > 0 ? this.named : this.last;
    if (STAFF.test(bare)) return this.keep(bare, this.last);
    if (SOMEBODY.test(bare) || /^(?:he|she|they)\s/i.test(bare)) return this.last;
    const name = surname(bare);
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

  /** The body beside a name, looked for once. */
  private besideName(name: string): string | undefined {
    if (!this.beside.has(name)) this.beside.set(name, introducedWith(name, this.setting.all));
    return this.beside.get(name);
  }

  private introduced(bare: string, name: string, after: string): string[] {
    const { all, names } = this.setting;
    const group = after === '' && bare !== all ? groupNamed(bare, this.setting) : undefined;
    if (group !== undefined) return [group];
    const rapporteur =
      /\b[Ss]pecial [Rr]apporteur on ([\p{L} ,'-]+?)(?=[,."]|\s(?:said|told|urged|who|on \p{Lu}\p{L}+day)\b|$)/u.exec(
        bare,
      );
    const mandate = this.mandates.get(name);
    if (!rapporteur && mandate !== undefined) return [mandateOf(mandate, names)];
    if (!rapporteur && /\b(?:expert|rapporteur)\b/i.test(bare) && bare !== all) {
      const office = this.introduced(all, '\u0000', '');
      if (office.some((it) => it.startsWith('Special'))) return office;
    }
    if (rapporteur) return [mandateOf(rapporteur[1] ?? '', names)];
    const body = bareName(this.besideName(name));
    if (body && /^group\b|^organi[sz]ation\b/.test(body)) return this.last;
    if (body) return [names.mentionsIn(body).find(({ start }) => start === 0)?.name ?? body];
    if (/^,?\s*its\s/.test(after) && this.subject !== undefined) return [this.subject];
    const own = names.mentionsIn(bare).find(({ kind, how }) => kind === 'body' && how === 'name');
    if (own) return [own.name === 'United Nations' ? (officeIn(bare, name, all) ?? own.name) : own.name];
    if (/\bgroup\b/.test(after) && this.last.length > 0) return this.last;
    const titled = TITLED.exec(bare)?.[1] ?? groupIn(bare);
    if (titled) return [titled];
    // Some people without a body stand for themselves; a person whom nothing introduces was spoken of just before.
    if (/^\p{Lu}\p{Ll}+(?:ists|ers|ors|groups|organi[sz]ations|families|relatives)$/u.test(bare)) return [bare];
    return new RegExp(`^${NAME}$`, 'u').test(bare) && names.mentionsIn(bare).length === 0 ? this.last : [];
  }
}
