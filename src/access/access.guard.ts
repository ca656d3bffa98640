import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { problems } from '../common/problem.js';
import { OperatorGate } from './operator-gate.js';
import { FRESH_SECONDS, FRESH_SIGN_IN, isPermitted, type Permission } from './permissions.js';
import { type HeedRequest, REQUIREMENT, type Requirement } from './requires.js';

/** Closed by default: runs after authentication, for every handler, and lets through only what the handler names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly operator: OperatorGate,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const requirement = this.reflector.get<Requirement | undefined>(REQUIREMENT, context.getHandler());
    const request = context.switchToHttp().getRequest<HeedRequest>();
    if (requirement === 'anonymous') return true;
    if (requirement === 'operator') return this.operator.check(request);
    if (!request.identity) throw problems.signInRequired();
    if (requirement === 'signed-in') return true;
    if (!request.actor) throw problems.notFound(); // Not a member: the workspace doesn't exist.
    if (request.actor.lacksSecondFactor) throw problems.secondFactorMissing();
    if (!requirement || !isPermitted(request.actor, requirement))
      throw problems.forbidden(requirement ?? 'none stated');
    checkFreshness(request, requirement);
    return true;
  }
}

/** Reading never asks again. */
function checkFreshness(request: HeedRequest, permission: Permission): void {
  if (request.method === 'GET' || request.method === 'HEAD' || !FRESH_SIGN_IN.has(permission)) return;
  const seconds = request.identity?.secondsSinceSignIn ?? null;
  if (seconds === null || seconds > FRESH_SECONDS) throw problems.signInAgain();
}
