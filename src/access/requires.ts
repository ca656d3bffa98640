import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Identity } from './actor.js';
import type { Permission } from './permissions.js';

/** What a handler asks of its caller. A handler that says nothing is closed to everybody. */
export type Requirement = Permission | 'anonymous' | 'signed-in' | InPerson | 'operator';
/**
 * A person in a browser, never a program: however they signed in; with their password, whom no organization's provider can stand in for; with
 * it within ten minutes; within one.
 */
export type InPerson = 'in-browser' | 'in-person' | 'in-person-lately' | 'in-person-just-now';
export const REQUIREMENT = 'heed:requirement';

export const isInPerson = (requirement: Requirement | undefined): requirement is InPerson =>
  requirement?.startsWith('in-') ?? false;

/** The permission a handler needs in the workspace of its path. */
export const Requires = (permission: Permission): CustomDecorator => SetMetadata(REQUIREMENT, permission);
/** For whoever is signed in, outside any workspace, a program too. */
export const SignedIn = (): CustomDecorator => SetMetadata(REQUIREMENT, 'signed-in' satisfies Requirement);
/** For people, however they signed in. */
export const SignedInInBrowser = (): CustomDecorator => SetMetadata(REQUIREMENT, 'in-browser' satisfies Requirement);
/** For people who gave their password: neither a program's token nor an organization's provider can look at or change what somebody signs in with. */
export const SignedInInPerson = (): CustomDecorator => SetMetadata(REQUIREMENT, 'in-person' satisfies Requirement);
/** For what outlives a stolen session. */
export const SignedInLately = (): CustomDecorator => SetMetadata(REQUIREMENT, 'in-person-lately' satisfies Requirement);
/** For what takes a lock away: whoever finds a page open, minutes after a sign-in, can't. */
export const SignedInJustNow = (): CustomDecorator =>
  SetMetadata(REQUIREMENT, 'in-person-just-now' satisfies Requirement);
/** Open to everybody: health, sign-in, invitations, the documents of the API. */
export const Anonymous = (): CustomDecorator => SetMetadata(REQUIREMENT, 'anonymous' satisfies Requirement);

/** For whoever runs the installation: see OperatorGate. */
export const ForOperator = (): CustomDecorator => SetMetadata(REQUIREMENT, 'operator' satisfies Requirement);

/** A request after the guards: `identity` is set by authentication, `actor` where the path names a workspace one is a member of. */
export interface HeedRequest extends FastifyRequest {
  identity?: Identity;
  actor?: Actor;
}

/** The person acting in the path's workspace. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<HeedRequest>().actor,
);
/** Whoever is signed in. */
export const CurrentIdentity = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<HeedRequest>().identity,
);
