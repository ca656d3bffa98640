// Where a sentence asks: what every rule finds in it. Pure.

import { doneClauses } from './done-clauses.js';
import { elidedHits } from './elided-hits.js';
import type { Hit, Reading } from './hits.js';
import { modalHits } from './modal-hits.js';
import { motionHits, thatHits } from './motion-hits.js';
import { passiveHits, politeHits } from './passive-hits.js';
import { tasksIn } from './tasks-in.js';
import { verbHits } from './verb-hits.js';
import { isWishOf, wishHits } from './wish-hits.js';

/** Where a sentence asks, in order; of two at one place the first. */
export function hitsIn(sentence: string, reading: Reading): Hit[] {
  const wishes = wishHits(sentence, reading);
  const verbs = [...verbHits(sentence, reading), ...passiveHits(sentence, reading)].filter(
    (hit) => !wishes.some((wish) => isWishOf(wish, hit)),
  );
  const hits = [
    ...wishes,
    ...verbs,
    ...elidedHits(sentence, verbs, reading.setting),
    ...politeHits(sentence),
    ...tasksIn(sentence, reading),
    ...motionHits(sentence),
    ...(reading.isRecommending ? thatHits(sentence) : []),
    ...modalHits(sentence, reading),
  ];
  return [...hits, ...doneClauses(sentence, hits, reading)]
    .sort((a, b) => a.at - b.at || a.after - b.after)
    .filter(
      (hit, at, all) => all.findIndex((other) => other.at === hit.at || Math.abs(other.after - hit.after) < 2) === at,
    );
}
