// Which changes of a schema break whoever relies on it: what was sent must still be taken, what is answered still be understood.

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  [rule: string]: unknown;
}
export type Schemas = Record<string, Schema>;
export type Way = 'sent' | 'answered';

/** The most may be raised, the least lowered; the others stay, or go. */
const MOST = ['maxLength', 'maximum', 'maxItems'];
const LEAST = ['minLength', 'minimum', 'minItems'];
const FIXED = ['pattern', 'format', 'uniqueItems'];

/** Collects the breaks between two sets of schemas. A schema with a name is compared once for each way, under its name. */
export class SchemaChanges {
  readonly breaks: string[] = [];
  private readonly compared = new Set<string>();

  constructor(
    private readonly before: Schemas,
    private readonly after: Schemas,
  ) {}

  compare(where: string, way: Way, before: Schema, after: Schema): void {
    const name = nameOf(before);
    const place = name !== undefined && name === nameOf(after) ? `${name} (${way})` : where;
    if (place !== where && this.compared.has(place)) return;
    this.compared.add(place);
    const old = alternatives(before, this.before);
    const now = alternatives(after, this.after);
    this.compareNull(place, way, old, now);
    this.compareAlternatives(place, way, old.filter(isThing), now.filter(isThing));
  }

  private compareNull(where: string, way: Way, old: Schema[], now: Schema[]): void {
    if (way === 'sent' && old.some(isNull) && !now.some(isNull)) this.note(where, 'null is no longer taken');
    if (way === 'answered' && now.some(isNull) && !old.some(isNull)) this.note(where, 'may be null now');
  }

  private compareAlternatives(where: string, way: Way, old: Schema[], now: Schema[]): void {
    if (way === 'sent' && now.length < old.length) this.note(where, 'takes fewer kinds of things');
    if (way === 'answered' && now.length > old.length) this.note(where, 'may be another kind of thing now');
    for (const [index, before] of old.entries()) {
      const after = now[index];
      if (after && (nameOf(before) ?? nameOf(after)) !== undefined) this.compare(where, way, before, after);
      else if (after) this.comparePlain(where, way, before, after);
    }
  }

  private comparePlain(where: string, way: Way, before: Schema, after: Schema): void {
    this.compareTypes(where, way, before, after);
    if (way === 'sent') this.compareLimits(where, before, after);
    else if (before.format !== undefined && before.format !== after.format)
      this.note(where, `its format is no longer ${before.format}`);
    this.compareFields(where, way, before, after);
    if (before.items && after.items) this.compare(`${where}[]`, way, before.items, after.items);
    this.compareFurtherFields(where, way, before.additionalProperties, after.additionalProperties);
  }

  private compareTypes(where: string, way: Way, before: Schema, after: Schema): void {
    const [given, taken] = way === 'sent' ? [before, after] : [after, before];
    if (!isTaken(typesOf(given), typesOf(taken)))
      this.note(
        where,
        `was ${typesOf(before).join(' or ') || 'anything'}, is ${typesOf(after).join(' or ') || 'anything'}`,
      );
  }

  /** Of what is answered no value and no limit breaks anything: clients pass on what they don't know. */
  private compareLimits(where: string, before: Schema, after: Schema): void {
    const taken = after.enum;
    const gone = taken ? (before.enum ?? ['whatever else']).filter((value) => !taken.includes(value)) : [];
    if (gone.length > 0) this.note(where, `no longer takes ${gone.map(String).join(', ')}`);
    const tighter = [
      ...MOST.filter((rule) => number(after, rule, Infinity) < number(before, rule, Infinity)),
      ...LEAST.filter(
        (rule) => number(after, rule, -Infinity) > number(before, rule, rule === 'minimum' ? -Infinity : 0),
      ),
      ...FIXED.filter((rule) => after[rule] !== undefined && after[rule] !== false && after[rule] !== before[rule]),
    ];
    for (const rule of tighter) this.note(where, `${rule} is ${String(after[rule])} now`);
  }

  private compareFields(where: string, way: Way, before: Schema, after: Schema): void {
    for (const [name, old] of Object.entries(before.properties ?? {})) {
      const field = `${where} ${name}`;
      const now = after.properties?.[name];
      if (now) this.compare(field, way, old, now);
      else this.note(field, 'the field is gone');
      if (now && way === 'answered' && isRequired(before, name) && !isRequired(after, name))
        this.note(field, 'is not always there any more');
    }
    const asked = way === 'sent' ? (after.required ?? []).filter((name) => !isRequired(before, name)) : [];
    for (const name of asked) this.note(`${where} ${name}`, 'is required now');
  }

  private compareFurtherFields(where: string, way: Way, before?: boolean | Schema, after?: boolean | Schema): void {
    if (typeof before === 'object' && typeof after === 'object') this.compare(`${where}{}`, way, before, after);
    else if (before !== undefined && before !== false && before !== after && (way === 'answered' || after !== true))
      this.note(where, 'its fields of any name are not what they were');
  }

  private note(where: string, what: string): void {
    this.breaks.push(`${where}: ${what}`);
  }
}

/** A name that is wrapped in `allOf`, to carry a description, is itself. */
const unwrapped = (schema: Schema): Schema =>
  schema.allOf?.length === 1 && schema.allOf[0] ? unwrapped(schema.allOf[0]) : schema;
const nameOf = (schema: Schema): string | undefined => unwrapped(schema).$ref?.split('/').at(-1);
const isRequired = (schema: Schema, name: string): boolean => schema.required?.includes(name) ?? false;
const isNull = (schema: Schema): boolean => [schema.type].flat().includes('null');
const isThing = (schema: Schema): boolean => schema.type !== 'null';
const typesOf = ({ type }: Schema): string[] => [type ?? []].flat().filter((name) => name !== 'null');

/** A whole number is a number; where no type is named, anything is. */
function isTaken(given: string[], taken: string[]): boolean {
  if (taken.length === 0) return true;
  return (
    given.length > 0 && given.every((type) => taken.includes(type) || (type === 'integer' && taken.includes('number')))
  );
}

function number(schema: Schema, rule: string, otherwise: number): number {
  const value = schema[rule];
  return typeof value === 'number' ? value : otherwise;
}

/** What it may be, null among them. */
function alternatives(schema: Schema, schemas: Schemas): Schema[] {
  const name = nameOf(schema);
  const whole = name === undefined ? unwrapped(schema) : schemas[name];
  if (!whole) throw new Error(`The document has no schema ${String(name)}.`);
  return whole.anyOf ?? whole.oneOf ?? [whole];
}
