// What a restricted piece tells whoever is not named on it, without row-level security: nothing.

import { leavesNoTraceByCodeAlone } from './no-trace.js';

leavesNoTraceByCodeAlone(['administrator', 'auditor of all'], ['base']);
