import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type Fault, Problem, problems } from './problem.js';
import { isSealed } from './sealed-text.js';
import { ruleWords } from './validation-words.js';
import { say } from './words.js';

/** Refuses unknown fields and wrong values; each fault says where it is. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => problems.invalidInput(errors.flatMap((error) => faultsOf(error, ''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && metadata.metatype !== undefined && !isObject(value)) {
      throw problems.invalidInput([{ pointer: '', code: 'object-expected', message: say`Send a JSON object.` }]);
    }
    const inherited = metadata.type === 'custom' || metadata.type === 'param' ? [] : inheritedNames(value, '');
    const sealed = metadata.type === 'custom' ? [] : sealedTexts(value, '');
    if (sealed.length > 0) throw metadata.type === 'query' ? asQueryFaults(notTaken(sealed)) : notTaken(sealed);
    if (inherited.length > 0) throw metadata.type === 'query' ? asQueryFaults(unknown(inherited)) : unknown(inherited);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw metadata.type === 'query' && error instanceof Problem ? asQueryFaults(error) : error;
    }
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that every object has by birth, such as `constructor`: the validator takes them for fields that it knows. */
function inheritedNames(value: unknown, above: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    Object.hasOwn(Object.prototype, name) ? [`${above}/${name}`] : inheritedNames(inner, `${above}/${name}`),
  );
}

/** Whoever sent the sealed words of another would have them opened for every reader of what they sent. */
function sealedTexts(value: unknown, above: string): string[] {
  if (typeof value === 'string') return isSealed(value.trim()) ? [above] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => sealedTexts(inner, `${above}/${name}`));
}

const notTaken = (pointers: string[]): Problem =>
  problems.invalidInput(
    pointers.map((pointer) => ({
      pointer,
      code: 'sealed',
      message: say`This begins as sealed words do: write it another way.`,
    })),
  );

const unknown = (pointers: string[]): Problem =>
  problems.invalidInput(pointers.map((pointer) => fault(pointer, 'whitelistValidation', '')));

function faultsOf(error: ValidationError, above: string): Fault[] {
  const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => fault(pointer, code, message));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function fault(pointer: string, code: string, message: string): Fault {
  if (code === 'whitelistValidation')
    return { pointer, code: 'unknown-field', message: say`There is no such field here.` };
  return { pointer, code: code.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase(), message: ruleWords(message) };
}

const asQueryFaults = (problem: Problem): Problem =>
  problems.invalidInput(problem.errors.map((e) => ({ ...e, pointer: e.pointer.replace(/^\//, '?') })));
