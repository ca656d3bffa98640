// Runs tests for StrykerJS in its own process, modules loaded anew for each fault: seconds where jest takes minutes.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { collect } from './mutation-globals.js';
import { importAnew } from './mutation-modules.js';
import { PARTS } from './mutation-parts.js';

/** Where the faults that StrykerJS planted ask whether it is their turn. */
const faults = (globalThis.__stryker__ ??= {});

/** The names that StrykerJS has for what became of a test. */
const { Success: PASSED, Failed: FAILED } = TestStatus;

class QuickRunner {
  #runs = 0;
  #files = PARTS[process.env['HEED_MUTATION']].tests.flatMap((pattern) => globSync(pattern)).sort();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    faults.activeMutant = undefined;
    faults.mutantCoverage = { static: {}, perTest: {} };
    const tests = await this.#run(this.#files, () => true, false);
    return { status: 'complete', tests, mutantCoverage: faults.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    Object.assign(faults, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0, mutantCoverage: undefined });
    const isAsked = (id) => testFilter === undefined || testFilter.includes(id);
    const files = this.#files.filter((file) => testFilter?.some((id) => id.startsWith(`${file} `)) ?? true);
    faults.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const beforeTests = () => (faults.activeMutant = activeMutant.id);
    const tests = await this.#run(files, isAsked, !disableBail, beforeTests).catch(String);
    if (typeof tests === 'string') return { status: 'error', errorMessage: tests };
    const tooOften = determineHitLimitReached(faults.hitCount, faults.hitLimit);
    return tooOften ?? toMutantRunResult({ status: 'complete', tests });
  }

  /** Throws where a file can't be loaded. */
  async #run(files, isAsked, endsAtFailure, beforeTests = () => undefined) {
    const results = [];
    for (const [file, trials] of await this.#load(files)) {
      beforeTests();
      const begun = new Set();
      for (const one of withIds(file, trials).filter(({ id }) => isAsked(id))) {
        results.push(await resultOf(one, begun));
        if (endsAtFailure && results.at(-1).status === FAILED) break;
      }
      for (const group of [...begun].toReversed()) await runHooks([group], 'afterAll');
      if (endsAtFailure && results.at(-1)?.status === FAILED) break;
    }
    return results;
  }

  async #load(files) {
    this.#runs += 1;
    const loaded = [];
    for (const file of files) {
      const url = pathToFileURL(join(process.cwd(), file));
      loaded.push([file, await collect(() => importAnew(url, this.#runs))]);
    }
    return loaded;
  }
}

/** Two tests of one name are told apart by their number. */
function withIds(file, trials) {
  const seen = new Map();
  return trials.map((one) => {
    const name = [...groupsOf(one).map((group) => group.name), one.name].join(' ');
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return { ...one, id: `${file} ${name}${n === 1 ? '' : ` (${String(n)})`}` };
  });
}

/** From the outermost in. */
function groupsOf({ group }) {
  const groups = [];
  for (let each = group; each; each = each.parent) groups.unshift(each);
  return groups;
}

/** Its groups begin with the first test in them. */
async function resultOf(one, begun) {
  const groups = groupsOf(one);
  const start = performance.now();
  const result = { id: one.id, name: one.id, timeSpentMs: 0 };
  try {
    await begin(
      groups.filter((group) => !begun.has(group)),
      begun,
    );
    faults.currentTestId = one.id;
    await runHooks(groups, 'beforeEach');
    await runBody(one, groups.toReversed());
    return { ...result, status: PASSED, timeSpentMs: performance.now() - start };
  } catch (error) {
    return { ...result, status: FAILED, failureMessage: String(error?.message ?? error) };
  } finally {
    faults.currentTestId = undefined;
  }
}

async function begin(groups, begun) {
  for (const group of groups) {
    begun.add(group);
    await runHooks([group], 'beforeAll');
  }
}

async function runBody({ body }, groups) {
  try {
    await body();
  } finally {
    await runHooks(groups, 'afterEach');
  }
}

async function runHooks(groups, when) {
  for (const { hooks } of groups) for (const hook of hooks[when]) await hook();
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'quick', QuickRunner)];
