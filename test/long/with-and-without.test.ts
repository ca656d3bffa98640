// Counts, facets and lists with and without what is hidden: for every role, also of what is the coalition's.

import { leavesNoTrace } from '../matrix/no-trace.js';

leavesNoTrace(['administrator', 'editor', 'verifier', 'partner', 'auditor'], ['base', 'coalition']);
