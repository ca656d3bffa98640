// Every way in which a text is laid out anew.

import type { Layout } from './layout.js';
import { APART, HEADINGS } from './layouts-of-headings.js';
import { LABELS } from './layouts-of-labels.js';
import { FRAMES, LINES, SIGNS } from './layouts-of-lines.js';
import { MARKS } from './layouts-of-marks.js';

export const LAYOUTS: readonly Layout[] = [
  { name: 'a line each', group: 'lines' },
  ...MARKS,
  ...LABELS,
  ...HEADINGS,
  ...APART,
  ...LINES,
  ...SIGNS,
  ...FRAMES,
];
