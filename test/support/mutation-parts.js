// What is mutated together, and the tests that have to notice: small ones, since each mutant runs them anew.

/** @type {Record<string, { mutate: string[], tests: string[], leftOut: string[] }>} */
export const PARTS = {
  access: {
    mutate: ['src/access/*.ts', '!src/access/*.spec.ts'],
    tests: [
      'src/access/*.spec.ts',
      'test/architecture/access-document.test.ts',
      'test/medium/in-workspace.test.ts',
      'test/medium/read-in-workspace.test.ts',
      'test/medium/words.test.ts',
    ],
    leftOut: [],
  },
  workflows: {
    mutate: [
      'src/workflows/{checks,conditions,cross-walk-check,definition-check}.ts',
      'src/workflows/{evidence-condition,standing,workflow-choice}.ts',
    ],
    tests: ['src/workflows/*.spec.ts'],
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
