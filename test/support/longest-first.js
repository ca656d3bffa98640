// What takes longest begins first: begun last, it would run alone while the other processors wait.

const RANKS = [/\/test\/fuzz\//, /\/test\/(browser|journeys|start)\//, /\/test\/together\//, /\/test\/(e2e|intake)\//];

const rankOf = ({ path }) => {
  const rank = RANKS.findIndex((one) => one.test(path));
  return rank === -1 ? RANKS.length : rank;
};

/** The same order each time. Jest asks for a default export. */
// eslint-disable-next-line no-restricted-syntax
export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rankOf(a) - rankOf(b) || a.path.localeCompare(b.path));
  }

  /** For --onlyFailures, which nothing here asks for. */
  allFailedTests(tests) {
    return tests;
  }

  /** Nothing is remembered from one run to the next. */
  cacheResults() {}
}
