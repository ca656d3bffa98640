// What a run of jest left in its report: by file, how many tests passed and failed.
import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

/** Journeys of a browser that may be made again. With more of them something is wrong that a second try would hide. */
const MOST_AGAIN = 3;

/** A file that could not even run counts as one failure; so does a run that left no report. */
export function readResults(report, root) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return new Map(testResults.map((file) => [relative(root, file.name), resultOf(file)]));
  } catch {
    return new Map([['report', { passed: 0, failed: 1 }]]);
  } finally {
    rmSync(report, { force: true });
  }
}

function resultOf({ status, assertionResults }) {
  const count = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
  const failed = count('failed');
  return { passed: count('passed'), failed: status === 'failed' ? Math.max(failed, 1) : failed };
}

export function sumOf(results) {
  const sum = { passed: 0, failed: 0 };
  for (const { passed, failed } of results.values()) {
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

/** The files of browser journeys that failed, where nothing else did and they are few. */
export function worthASecondTry(results) {
  const failed = [...results].filter(([, result]) => result.failed > 0).map(([file]) => file);
  const isJourney = (file) => /^test\/(browser|journeys)\//.test(file);
  return failed.length <= MOST_AGAIN && failed.every(isJourney) ? failed : [];
}
