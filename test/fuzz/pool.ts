import type { ApiDocument, Operation, Schema } from './document.js';
import { nounOf } from './nouns.js';
import type { Random } from './random.js';

/** Something that the server answered with an id. */
export interface Known {
  id: string;
  version?: number | undefined;
  /** The path in which it was met: what it hangs on. */
  path: Record<string, string>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids by noun, as answers told them, with the version last seen. */
export class Pool {
  private readonly nouns = new Map<string, Map<string, Known>>();
  /** What is gone, or about to go: whatever still names it, nothing is to be done with it. */
  private readonly gone = new Set<string>();
  /** Pages that go on: path with query, up to the cursor. */
  readonly nextPages: { operationId: string; path: string }[] = [];

  constructor(private readonly document: ApiDocument) {}

  ids(noun: string): string[] {
    return [...(this.nouns.get(noun)?.keys() ?? [])];
  }

  all(): string[] {
    return [...this.nouns.values()].flatMap((known) => [...known.keys()]);
  }

  find(noun: string, id: string): Known | undefined {
    return this.nouns.get(noun)?.get(id);
  }

  pick(random: Random, noun: string): Known | undefined {
    const known = [...(this.nouns.get(noun)?.values() ?? [])];
    return known.length > 0 ? random.pick(known) : undefined;
  }

  /** The version last seen of whatever has this id. */
  versionOf(id: string): number | undefined {
    for (const known of this.nouns.values()) if (known.get(id)?.version !== undefined) return known.get(id)?.version;
    return undefined;
  }

  forget(id: string): void {
    this.gone.add(id);
    for (const known of this.nouns.values()) known.delete(id);
  }

  /** Where the next page lies, if there is one. */
  keepNext({ operationId }: Operation, answer: unknown, path: string): void {
    const next = (answer as { nextCursor?: unknown } | undefined)?.nextCursor;
    if (typeof next !== 'string') return;
    const [bare = '', query = ''] = path.split('?');
    const asked = new URLSearchParams(query);
    asked.set('cursor', next);
    this.nextPages.push({ operationId, path: `${bare}?${asked.toString()}` });
  }

  /** Takes up every id of an answer, under the noun that the document gives it. */
  learn(operation: Operation, path: Record<string, string>, answer: unknown): void {
    const schema = this.document.answerOf(operation);
    if (schema) this.walk(schema, answer, path);
  }

  private walk(given: Schema, value: unknown, path: Record<string, string>): void {
    if (typeof value !== 'object' || value === null) return;
    const { name, schema } = this.document.resolve(given);
    if (Array.isArray(value)) {
      for (const item of value) this.walk(schema.items ?? {}, item, path);
      return;
    }
    if (name !== undefined) this.add(nounOf(name), value as Record<string, unknown>, path);
    const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    for (const choice of choices) this.walk(choice, value, path);
    for (const [key, inner] of Object.entries(value)) this.walk(schema.properties?.[key] ?? {}, inner, path);
  }

  private add(noun: string, { id, version }: Record<string, unknown>, path: Record<string, string>): void {
    if (typeof id !== 'string' || !UUID.test(id) || this.gone.has(id)) return;
    const known = this.nouns.get(noun) ?? new Map<string, Known>();
    this.nouns.set(noun, known);
    const before = known.get(id);
    known.set(id, { id, version: typeof version === 'number' ? version : before?.version, path: before?.path ?? path });
  }
}
