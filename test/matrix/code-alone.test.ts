// What another organization keeps to itself tells others, and a restricted piece whoever is not named on it, without row-level security: nothing.

import { leavesNoTraceByCodeAlone } from './no-trace.js';

leavesNoTraceByCodeAlone(['administrator'], ['base']);
