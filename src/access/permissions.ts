import type { Actor, Role } from './actor.js';

/**
 * Who may do what, as data: docs/access.md shows this table and a test compares the two. A permission opens a door;
 * which rows lie behind it is said by `heed_reads_level` and the row policies, which engine conditions it meets by the workflow.
 */
export const PERMISSIONS = {
  'record.read': ['administrator', 'editor', 'verifier', 'partner', 'auditor'],
  'record.write': ['administrator', 'editor'],
  'track.transition': ['administrator', 'editor', 'verifier'],
  'evidence.add': ['administrator', 'editor', 'verifier', 'partner'],
  'inbox.own': ['administrator', 'editor', 'verifier', 'partner'],
  'evidence.accept': ['administrator', 'editor', 'verifier'],
  'evidence.verify': ['verifier'],
  'evidence.withdraw': ['administrator', 'editor', 'verifier', 'partner'],
  'evidence.decide': ['administrator', 'editor', 'verifier'],
  'evidence.lower': ['administrator', 'editor', 'verifier'],
  'reader.ask': ['administrator', 'editor', 'verifier', 'partner'],
  'reader.confirm': ['administrator'],
  'assessment.own': ['administrator', 'editor', 'verifier', 'partner'],
  'contribution.own': ['administrator', 'editor', 'verifier', 'partner'],
  'engagement.write': ['administrator', 'editor'],
  'next-step.write': ['administrator', 'editor', 'verifier', 'partner'],
  'comment.write': ['administrator', 'editor', 'verifier', 'partner'],
  'bulk.act': ['administrator', 'editor', 'verifier', 'partner'],
  'tally.keep': ['administrator', 'editor', 'verifier', 'partner'],
  'view.keep': ['administrator', 'editor', 'verifier', 'partner'],
  'member.manage': ['administrator'],
  'workspace.manage': ['administrator'],
  'audit.read': ['administrator', 'editor', 'verifier', 'partner', 'auditor'],
  'token.own': ['administrator', 'editor', 'verifier', 'partner', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Acts that ask for a sign-in within the last ten minutes (S in security.md's table). */
export const FRESH_SIGN_IN: ReadonlySet<Permission> = new Set<Permission>([
  'member.manage',
  'workspace.manage',
  'evidence.decide',
  'evidence.lower',
  'reader.ask',
  'reader.confirm',
]);
export const FRESH_SECONDS = 600;
/** For what takes a lock away. */
export const JUST_NOW_SECONDS = 60;
/** Of a session that an organization's provider began: never a fresh sign-in, for whoever runs the provider could have begun it. */
export const VOUCHED = Infinity;

export const isPermitted = (actor: Pick<Actor, 'roles'>, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).some((role) => actor.roles.includes(role));

/** The table as it is told to whoever is signed in. */
export const listPermissions = (): { key: Permission; roles: Role[]; asksFreshSignIn: boolean }[] =>
  (Object.keys(PERMISSIONS) as Permission[]).map((key) => ({
    key,
    roles: [...PERMISSIONS[key]],
    asksFreshSignIn: FRESH_SIGN_IN.has(key),
  }));
