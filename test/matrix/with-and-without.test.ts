// Counts, facets and lists with and without what is hidden: for few, at one position. test/long/with-and-without.test.ts asks for all.

import { leavesNoTrace } from './no-trace.js';

leavesNoTrace(['administrator', 'partner'], ['base']);
