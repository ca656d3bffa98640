// What is printed: steps with their time, and the table of docs/performance.md.

/** Says what is done and how long it took. */
export async function timed(title, work) {
  const begun = Date.now();
  console.log(`${title} ...`);
  const result = await work();
  console.log(`${title}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length % 2
    ? sorted[(sorted.length - 1) / 2]
    : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

const whole = (number) => Math.round(number).toLocaleString('en-US');
const ratio = (number, least) =>
  Number.isFinite(number) ? `${number.toFixed(2)} (${least})${number >= least ? '' : ' SHORT'}` : '';
const micro = (part) => (part === null ? '' : `${whole(part.server * 1e6)} + ${whole(part.postgres * 1e6)}`);

/** One line of Markdown for an operation: medians per second, ratios with what is to be reached, processor per request. */
export function lineOf({ name, least }, results) {
  const rate = Object.fromEntries(
    Object.entries(results).map(([server, runs]) => [server, median(runs.map((run) => run.rate))]),
  );
  const last = results.heed.at(-1);
  const cells = [
    name,
    whole(rate.plain),
    whole(rate.bare),
    whole(rate.heed),
    (rate.bare / rate.plain).toFixed(2),
    ratio(rate.heed / rate.bare, least[0]),
    ratio(rate.heed / rate.plain, least[1]),
    `${last.p50.toFixed(1)} / ${last.p99.toFixed(1)}`,
    micro(results.bare.at(-1).cpu),
    micro(last.cpu),
  ];
  return `| ${cells.join(' | ')} |`;
}

export const HEADER = [
  '| work | plain /s | bare /s | Heed /s | bare to plain | Heed to bare (least) | Heed to plain (least) | Heed p50 / p99 ms | µs of processor a request, bare: node + PostgreSQL | the same, Heed |',
  '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
].join('\n');
