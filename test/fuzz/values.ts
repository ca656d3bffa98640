// Values that the document calls valid: by type, format, pattern, limits, and by what its words say of dates.

import fc from 'fast-check';
import type { ApiDocument, Schema } from './document.js';
import { nounOf } from './nouns.js';
import type { Pool } from './pool.js';
import type { Random } from './random.js';

const WORDS = [
  'Repatriation',
  'of',
  'the',
  'Commission',
  'of Inquiry',
  '탈북민',
  'Ünïcødé',
  '🕊',
  "O'Brien",
  '"quoted"',
  '<b>',
  '100%',
  '\\',
  '‮',
  'العربية',
  "'; --",
  '{}',
  'a\nb',
];
const DATES = ['2010', '2010-06', '2010~', '2012-03-21', '2010-05/2010-08', '2019-12-22', '1995-01-01'];
const DAYS = ['2010-06-01', '2012-02-29', '2019-12-22'];
/** Of names whose description says nothing. */
const isDate = (name: string, { description = '' }: Schema): boolean =>
  /On$/.test(name) || description.includes('EDTF');

export class Values {
  private readonly matching = new Map<string, string[]>();

  constructor(
    private readonly random: Random,
    private readonly document: ApiDocument,
    private readonly pool: Pool,
  ) {}

  /** A value of the schema; `name` is the field's, `within` the DTO's. `full` gives every field that may be left out. */
  of(given: Schema, name = '', within = '', full = false): unknown {
    const resolved = this.document.resolve(given);
    const schema = resolved.schema;
    const types = [schema.type ?? []].flat();
    if (types.includes('null') && this.random.happens(0.15)) return null;
    if (schema.enum) return this.random.pick(schema.enum.filter((value) => value !== null));
    const [type = 'string'] = types.filter((each) => each !== 'null');
    if (type === 'object') return this.object(schema, resolved.name ?? within, full, name);
    if (type === 'array') return this.array(schema, name, within);
    if (type === 'boolean') return this.random.happens(0.5);
    if (type === 'number' || type === 'integer')
      return this.random.between(schema.minimum ?? 0, Math.min(schema.maximum ?? 9, 1000));
    return this.text(schema, name, within);
  }

  private object(schema: Schema, within: string, full: boolean, name: string): unknown {
    if (!schema.properties) return this.map(schema, name);
    const entries = Object.entries(schema.properties).filter(
      ([key]) => schema.required?.includes(key) || full || this.random.happens(0.4),
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, this.of(inner, key, within, full)]));
  }

  private map(schema: Schema, name: string): unknown {
    if (typeof schema.additionalProperties !== 'object') return schema.example ?? {};
    const inner = schema.additionalProperties;
    return Object.fromEntries(
      this.random.some(['en', 'ko', 'zh-Hant'], 0, 3).map((key) => [key, this.of(inner, name)]),
    );
  }

  private array(schema: Schema, name: string, within: string): unknown[] {
    const count = this.random.between(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3));
    const items = Array.from({ length: count }, () => this.of(schema.items ?? {}, name, within));
    return schema.uniqueItems ? [...new Set(items)] : items;
  }

  private text(schema: Schema, name: string, within: string): string {
    if (schema.format === 'uuid') return this.id(nounOf(name, within));
    if (schema.format === 'email') return `${this.random.word()}@fuzz.example`;
    if (schema.format === 'uri') return `https://fuzz.example/${this.random.word()}`;
    if (schema.format === 'date-time') return '2026-01-31T09:00:00Z';
    if (schema.pattern !== undefined) return this.patterned(schema.pattern, schema.maxLength);
    if (isDate(name, schema))
      return this.random.pick(/\bday\b/i.test(schema.description ?? '') || name === 'accessedOn' ? DAYS : DATES);
    if (typeof schema.example === 'string' && this.random.happens(0.5)) return schema.example;
    return this.words(schema.minLength ?? 0, schema.maxLength ?? 60);
  }

  /** An id of the noun, or of anything where the noun is not known yet. */
  id(noun: string): string {
    const known = this.pool.ids(noun);
    const others = known.length > 0 ? known : this.pool.all();
    return others.length > 0 ? this.random.pick(others) : this.random.uuid();
  }

  private words(least: number, most: number): string {
    const text = `${this.random.word(6)} ${this.random.some(WORDS, 0, 4).join(' ')}`.trim();
    return (
      text
        .slice(0, Math.max(least, Math.min(most, 200)))
        .trim()
        .toWellFormed() || 'x'
    );
  }

  private patterned(pattern: string, most = 1000): string {
    const left = this.matching.get(pattern) ?? [];
    if (left.length === 0) {
      const seed = Math.floor(this.random.next() * 2 ** 31);
      const drawn = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 50, seed });
      left.push(...drawn.filter((text) => text.length <= most));
    }
    this.matching.set(pattern, left);
    return left.pop() ?? '';
  }
}
