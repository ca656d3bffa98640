import type { Operation } from './document.js';
import type { Random } from './random.js';
import type { Values } from './values.js';

/** What is asked for behind the `?`: all that must be, and some of what may be. Cursors come from answers. */
export function queryFor(operation: Operation, random: Random, values: Values): [string, string][] {
  const asked = (operation.parameters ?? []).filter(
    ({ in: place, required, name }) =>
      place === 'query' && name !== 'cursor' && (required === true || random.happens(0.15)),
  );
  return asked.flatMap(({ name, schema, explode, description }): [string, string][] => {
    // What a list sorts by stands in the words of its document.
    const words = [...(description ?? '').matchAll(/`([a-zA-Z]+)`/g)].map(([, word]) => word ?? '');
    if (name === 'sort' && words.length > 0) return [[name, `${random.pick(['', '-'])}${random.pick(words)}`]];
    const drawn = [values.of({ ...schema, minItems: 1 }, name, 'query')].flat().map(String);
    return explode === false ? [[name, drawn.join(',')]] : drawn.map((value) => [name, value]);
  });
}
