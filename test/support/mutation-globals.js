// What a test imports from @jest/globals while faults are planted: describe, it and the hooks put down what is to be run.
import { expect } from 'expect';

/** @typedef {{ name: string, parent: Group | null, hooks: Record<string, (() => unknown)[]> }} Group */
/** @typedef {{ name: string, group: Group, body: () => unknown }} Trial */

const newGroup = (name, parent) => ({
  name,
  parent,
  hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
});

/** @type {{ group: Group, trials: Trial[] }} */
let collecting = { group: newGroup('', null), trials: [] };

/** Answers the tests that a file puts down when it is imported. */
export async function collect(importFile) {
  collecting = { group: newGroup('', null), trials: [] };
  await importFile();
  return collecting.trials;
}

function group(name, body) {
  const outer = collecting.group;
  collecting.group = newGroup(String(name), outer);
  body();
  collecting.group = outer;
}

function trial(name, body) {
  collecting.trials.push({ name: String(name), group: collecting.group, body });
}

const nothing = () => undefined;

/** One for each row; the number of the row tells their names apart. */
const each = (one) => (rows) => (name, body) => {
  for (const [n, row] of rows.entries())
    one(`${name} [${String(n)}]`, () => (Array.isArray(row) ? body(...row) : body(row)));
};

const hook = (when) => (body) => collecting.group.hooks[when].push(body);

export const describe = Object.assign(group, { each: each(group), skip: nothing });
export const it = Object.assign(trial, { each: each(trial), skip: nothing });
export const test = it;
export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export { expect };
