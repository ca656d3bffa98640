import { describe, expect, it } from '@jest/globals';
import { isLastingAdministrator, type MembershipTerms, objectionTo } from './membership.policy.js';

const TERMS: MembershipTerms = { roles: ['administrator'], endsOn: null, readsAll: false, organizationId: 'one' };
const objection = (
  isOwn: boolean,
  before: Partial<MembershipTerms>,
  change: Partial<MembershipTerms>,
): string | undefined => objectionTo(isOwn, { ...TERMS, ...before }, { ...TERMS, ...before, ...change })?.code;

describe('what an administrator may change of a membership', () => {
  it.each<[string, boolean, Partial<MembershipTerms>, Partial<MembershipTerms>, string | undefined]>([
    ["another one's roles", false, {}, { roles: ['editor'] }, undefined],
    ["another one's end", false, { endsOn: '2030-01-01' }, { endsOn: null }, undefined],
    [
      'the role verifier for another one',
      false,
      { roles: ['partner'] },
      { roles: ['partner', 'verifier'] },
      'separation-of-duties',
    ],
    ['the role verifier away', false, { roles: ['partner', 'verifier'] }, { roles: ['partner'] }, undefined],
    [
      "a verifier's other roles",
      false,
      { roles: ['partner', 'verifier'] },
      { roles: ['verifier', 'editor'] },
      undefined,
    ],
    ["one's own roles", true, {}, { roles: ['administrator', 'editor'] }, 'separation-of-duties'],
    [
      "one's own roles to fewer",
      true,
      { roles: ['administrator', 'editor'] },
      { roles: ['editor'] },
      'separation-of-duties',
    ],
    [
      "one's own roles to the same in another order",
      true,
      { roles: ['administrator', 'editor'] },
      { roles: ['editor', 'administrator'] },
      undefined,
    ],
    ["one's own organization", true, {}, { organizationId: 'two' }, 'separation-of-duties'],
    ["one's own level of reading", true, { roles: ['auditor'] }, { readsAll: true }, 'separation-of-duties'],
    ["one's own end to a day", true, {}, { endsOn: '2030-01-01' }, undefined],
    ["one's own end to a sooner day", true, { endsOn: '2030-01-01' }, { endsOn: '2029-12-31' }, undefined],
    ["one's own end to a later day", true, { endsOn: '2030-01-01' }, { endsOn: '2030-01-02' }, 'separation-of-duties'],
    ["one's own end away", true, { endsOn: '2030-01-01' }, { endsOn: null }, 'separation-of-duties'],
    ["nothing of one's own", true, { endsOn: '2030-01-01' }, {}, undefined],
    ['an auditor to read everything', false, { roles: ['auditor'] }, { readsAll: true }, undefined],
    [
      'an auditor who is more to read everything',
      false,
      { roles: ['auditor', 'editor'] },
      { readsAll: true },
      'auditors-only',
    ],
    [
      'who reads everything to be more than an auditor',
      false,
      { roles: ['auditor'], readsAll: true },
      { roles: ['auditor', 'partner'] },
      'auditors-only',
    ],
  ])('%s', (_, isOwn, before, change, code) => {
    expect(objection(isOwn, before, change)).toBe(code);
  });

  it('counts as lasting who is administrator without a last day', () => {
    expect(isLastingAdministrator(TERMS)).toBe(true);
    expect(isLastingAdministrator({ ...TERMS, endsOn: '2099-01-01' })).toBe(false);
    expect(isLastingAdministrator({ ...TERMS, roles: ['editor', 'auditor'] })).toBe(false);
  });
});
