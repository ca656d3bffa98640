// What can be done with many at once, and what one must be able to do singly for it.

export const ACTS = [
  { name: 'owner', needs: 'write' },
  { name: 'transition', needs: 'move' },
  { name: 'theme', needs: 'write' },
  { name: 'evidence', needs: 'attach' },
  { name: 'nextStep', needs: 'attach' },
  { name: 'nextStepDone', needs: 'attach' },
] as const;

export type Act = (typeof ACTS)[number]['name'];
