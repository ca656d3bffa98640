import type { INestApplicationContext } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor, Identity } from '../access/actor.js';
import { SYSTEM_PERSON } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import type { Account } from '../auth/account.entity.js';
import { AccountsService } from '../auth/accounts.service.js';
import type { MeView } from '../auth/me.dto.js';
import { MeService } from '../auth/me.service.js';
import { Passwords } from '../auth/passwords.js';
import { Founding } from '../organizations/founding.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { CreateOrganizationDto } from '../organizations/organization.dto.js';
import type { WorkspaceView } from '../organizations/workspace.dto.js';
import { WorkspacesService } from '../organizations/workspaces.service.js';
import type { ContentOrganization } from './content-people.js';
import type { DemonstrationContent } from './content.js';
import { asSent, enterMissing, idOf, type Ids } from './desk.js';

/** What the log names as the request of everything that is loaded. */
const REQUEST = 'demonstration';
/** Known to everybody; main.ts lets the demonstration listen on loopback only. */
const PASSWORD = 'heed-demo-only';

/**
 * Whoever enters the content, as an actor in its workspace, which is founded with its organizations and accounts where
 * it isn't there yet. Undefined where that person's membership has been ended since: then nobody enters anything.
 */
export async function findEnterer(
  app: INestApplicationContext,
  content: DemonstrationContent,
): Promise<Actor | undefined> {
  const account = await app.get(AccountsService).find(content.enteredBy);
  return account ? memberBy(app, account, content.workspace.slug) : found(app, content);
}

/** Another one of its accounts as an actor. Undefined where there is none: one that came later into the content is not enrolled. */
export async function findMember(
  app: INestApplicationContext,
  email: string,
  slug: string,
): Promise<Actor | undefined> {
  const account = await app.get(AccountsService).find(email);
  return account ? memberBy(app, account, slug) : undefined;
}

async function memberBy(app: INestApplicationContext, account: Account, slug: string): Promise<Actor | undefined> {
  const identity: Identity = {
    sessionId: SYSTEM_PERSON,
    accountId: account.id,
    personId: account.personId,
    secondsSinceSignIn: null,
    requestId: REQUEST,
    language: 'en',
  };
  const { memberships } = (await app.get(MeService).get(identity)).parsed<MeView>();
  const membership = memberships.find((each) => each.workspace.slug === slug);
  return membership && inTimeZone(app, actorOf(identity, membership));
}

const actorOf = (
  identity: Identity,
  { id, workspace, organization, roles }: MeView['memberships'][number],
): Omit<Actor, 'timeZone'> => ({
  ...identity,
  workspaceId: workspace.id,
  membershipId: id,
  organizationId: organization.id,
  roles: roles as Actor['roles'],
  readsAll: false,
});

async function inTimeZone(app: INestApplicationContext, actor: Omit<Actor, 'timeZone'>): Promise<Actor> {
  const workspace = await app.get(WorkspacesService).get({ ...actor, timeZone: 'UTC' });
  return { ...actor, timeZone: workspace.parsed<WorkspaceView>().timeZone };
}

/** In one transaction: where whoever enters has an account, everything that is founded is there. */
function found(app: INestApplicationContext, content: DemonstrationContent): Promise<Actor | undefined> {
  return app.get(EntityManager).transaction(async (tx) => {
    const audit = app.get(AuditLog);
    const founding = new Founding(tx, new AccountsService(tx, app.get(Passwords), audit), audit);
    const system = await founding.found({ ...content.workspace, languages: ['en', 'ko'] }, REQUEST);
    const organizations = await addOrganizations(new OrganizationsService(tx, audit), system, content.organizations);
    return enrolAll(founding, system, organizations, content);
  });
}

function addOrganizations(service: OrganizationsService, system: Actor, contents: ContentOrganization[]): Promise<Ids> {
  return enterMissing(
    contents,
    ({ code }) => code,
    new Map(),
    async ({ name }) => service.create(system, await asSent(CreateOrganizationDto, { name })),
  );
}

async function enrolAll(
  founding: Founding,
  system: Actor,
  organizations: Ids,
  { accounts, enteredBy }: DemonstrationContent,
): Promise<Actor | undefined> {
  let enterer: Actor | undefined;
  for (const { email, name, roles, organization } of accounts) {
    const organizationId = idOf(organizations, organization);
    const joining = { email, name, roles, organizationId, password: PASSWORD, isDemonstration: true };
    const member = await founding.enrol(system, joining);
    if (email === enteredBy) enterer = member;
  }
  return enterer;
}
