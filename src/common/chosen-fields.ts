import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { JsonText } from './json-text.js';
import { problems } from './problem.js';
import { say } from './words.js';

type Item = Record<string, unknown>;

/**
 * `?fields=title,phase`: answers of things and lists of things hold only these, and `id`. What there is to choose from
 * is what the document promises. Taken out of the query here, so that nobody below has to know of it.
 */
@Injectable()
export class ChosenFields implements NestInterceptor {
  /** By operation (`Themes_list`), the fields of what it answers. Operations that are not in it take no `fields`. */
  constructor(private readonly fieldsOf: ReadonlyMap<string, readonly string[]>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const query = context.switchToHttp().getRequest<FastifyRequest>().query as { fields?: string | string[] };
    const known = this.fieldsOf.get(
      `${context.getClass().name.replace(/Controller$/, '')}_${context.getHandler().name}`,
    );
    if (query.fields === undefined || !known) return next.handle();
    const chosen = choose([query.fields].flat().join(','), known);
    delete query.fields;
    return next.handle().pipe(map((answer: unknown) => cut(answer, chosen)));
  }
}

function choose(asked: string, known: readonly string[]): Set<string> {
  const names = asked.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return new Set(['id', ...names]);
  const message = say`There is no such field. Choose from ${known.join(', ')}.`;
  throw problems.invalidInput([{ pointer: '?fields', code: 'unknown-field', message }]);
}

function cut(answer: unknown, chosen: Set<string>): unknown {
  if (!(answer instanceof JsonText)) return shorten(answer as Item, chosen);
  return new JsonText(JSON.stringify(shorten(answer.parsed<Item>(), chosen)), answer.version);
}

/** A page keeps its cursor and its count. */
function shorten(answer: Item, chosen: Set<string>): Item {
  const { items } = answer;
  return Array.isArray(items)
    ? { ...answer, items: items.map((item: Item) => pick(item, chosen)) }
    : pick(answer, chosen);
}

const pick = (item: Item, chosen: Set<string>): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => chosen.has(name)));
