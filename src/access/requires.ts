import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Identity } from './actor.js';
import type { Permission } from './permissions.js';

/** What a handler asks of its caller. A handler that says nothing is closed to everybody. */
export type Requirement = Permission | 'anonymous' | 'signed-in' | 'operator';
export const REQUIREMENT = 'heed:requirement';

/** The permission a handler needs in the workspace of its path. */
export const Requires = (permission: Permission): CustomDecorator => SetMetadata(REQUIREMENT, permission);
/** For whoever is signed in, outside any workspace: one's own account. */
export const SignedIn = (): CustomDecorator => SetMetadata(REQUIREMENT, 'signed-in' satisfies Requirement);
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
