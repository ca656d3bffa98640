export const PARTS = {
  access: {
    mutate: ['src/access/*.ts', '!src/access/*.spec.ts'],
    tests: [
      'src/access/*.spec.ts',
      'test/architecture/access-document.test.ts',
      'test/medium/read-in-workspace.test.ts',
    ],
  },
};
