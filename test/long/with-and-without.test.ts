// Counts, facets and lists with and without what is hidden: for every role, at every position that was there before.

import { leavesNoTrace } from '../matrix/no-trace.js';

leavesNoTrace(
  ['administrator', 'editor', 'verifier', 'partner', 'auditor'],
  ['own', 'colleague', 'base', 'coalition', 'public'],
);
