// What is mutated together, and the tests that have to notice: small ones, since each fault runs them anew.

/** @type {Record<string, { mutate: string[], tests: string[], leftOut: string[] }>} */
export const PARTS = {
  'access-rules': {
    mutate: ['src/access/{access.guard,actor,operator-gate,permissions,requires,system-actor}.ts'],
    tests: ['src/access/*.spec.ts', 'test/architecture/access-document.test.ts'],
    leftOut: [],
  },
  'access-database': {
    mutate: ['src/access/{actor.queries,in-workspace,words}.ts'],
    tests: ['test/medium/{in-workspace,read-in-workspace,words}.test.ts'],
    leftOut: [],
  },
  'access-shown': {
    mutate: ['src/access/{ones-own,shown-evidence,shown-rows,shown-words}.ts'],
    tests: ['test/medium/shown.test.ts'],
    leftOut: [],
  },
  workflows: {
    mutate: [
      'src/workflows/{checks,conditions,cross-walk-check,definition-check}.ts',
      'src/workflows/{evidence-condition,standing,workflow-choice}.ts',
    ],
    tests: ['src/workflows/{checks,conditions,cross-walk-check,definition-check,standing,workflow-choice}.spec.ts'],
    leftOut: ['StringLiteral'],
  },
  'follow-ups': {
    mutate: [
      'src/follow-ups/{chain,correction-plan,migration-plan,track-history}.ts',
      'src/follow-ups/{transition-facts,transition-options,transition-plan}.ts',
    ],
    tests: ['src/follow-ups/*.spec.ts'],
    leftOut: ['StringLiteral'],
  },
};
