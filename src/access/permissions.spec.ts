import { describe, expect, it } from '@jest/globals';
import { hasRole } from './actor.js';
import { FRESH_SECONDS, isPermitted, listPermissions } from './permissions.js';
import { SYSTEM_PERSON, systemActor } from './system-actor.js';

// Which role has which permission is held to docs/access.md by test/architecture/access-document.test.ts.

describe('isPermitted', () => {
  it('takes one role of several that has the permission', () => {
    expect(isPermitted({ roles: ['auditor', 'verifier'] }, 'evidence.verify')).toBe(true);
    expect(isPermitted({ roles: ['auditor', 'partner'] }, 'evidence.verify')).toBe(false);
    expect(isPermitted({ roles: [] }, 'record.read')).toBe(false);
  });
});

describe('the table as it is told', () => {
  it('has each permission with its roles, and whether it asks for a fresh sign-in', () => {
    const told = listPermissions();
    expect(told).toContainEqual({ key: 'evidence.verify', roles: ['verifier'], asksFreshSignIn: false });
    expect(told).toContainEqual({ key: 'member.manage', roles: ['administrator'], asksFreshSignIn: true });
  });
});

describe('hasRole', () => {
  it('takes one of the roles that are asked for', () => {
    expect(hasRole({ roles: ['editor'] }, 'verifier', 'editor')).toBe(true);
    expect(hasRole({ roles: ['editor', 'partner'] }, 'verifier', 'auditor')).toBe(false);
    expect(hasRole({ roles: ['editor'] })).toBe(false);
  });
});

describe('a fresh sign-in', () => {
  it('is of the last ten minutes', () => {
    expect(FRESH_SECONDS).toBe(10 * 60);
  });
});

describe('the system', () => {
  it('acts as an administrator of one workspace who never signed in and reads no other organization', () => {
    expect(systemActor({ workspaceId: 'w', timeZone: 'Asia/Seoul' }, 'job')).toEqual({
      sessionId: SYSTEM_PERSON,
      accountId: SYSTEM_PERSON,
      personId: '00000000-0000-4000-8000-000000000001',
      secondsSinceSignIn: null,
      requestId: 'job',
      language: 'en',
      workspaceId: 'w',
      timeZone: 'Asia/Seoul',
      membershipId: SYSTEM_PERSON,
      organizationId: SYSTEM_PERSON,
      roles: ['administrator'],
      readsAll: false,
    });
  });

  it('acts for an organization where one is named', () => {
    expect(systemActor({ workspaceId: 'w', timeZone: 'UTC', organizationId: 'o' }, 'job').organizationId).toBe('o');
  });
});
