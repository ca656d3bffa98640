import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { problems } from '../common/problem.js';
import type { Identity } from './actor.js';
import { OperatorGate } from './operator-gate.js';
import {
  FRESH_SECONDS,
  FRESH_SIGN_IN,
  isPermitted,
  JUST_NOW_SECONDS,
  type Permission,
  VOUCHED,
} from './permissions.js';
import { type HeedRequest, type InPerson, isInPerson, REQUIREMENT, type Requirement } from './requires.js';

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
    if (isInPerson(requirement)) return checkSignIn(request.identity, requirement);
    if (!request.actor) throw problems.notFound(); // Not a member: the workspace doesn't exist.
    if (request.actor.lacksSecondFactor) throw problems.secondFactorMissing();
    if (!requirement || !isPermitted(request.actor, requirement))
      throw problems.forbidden(requirement ?? 'none stated');
    checkFreshness(request, requirement);
    return true;
  }
}

/** Here, and not in the services: whoever is refused learns nothing of whether their input would have done. */
function checkSignIn({ secondsSinceSignIn: seconds }: Identity, requirement: InPerson): true {
  if (requirement === 'in-person-just-now' && !isWithin(seconds, JUST_NOW_SECONDS)) throw problems.signInJustNow();
  if (!isWithin(seconds, MOST_SECONDS[requirement])) throw problems.signInAgain();
  return true;
}

const MOST_SECONDS: Record<InPerson, number> = {
  'in-browser': VOUCHED,
  'in-person': Number.MAX_VALUE,
  'in-person-lately': FRESH_SECONDS,
  'in-person-just-now': JUST_NOW_SECONDS,
};

/** Null is a program's, which never signed in. */
const isWithin = (seconds: number | null, most: number): boolean => seconds !== null && seconds <= most;

/** Reading never asks again. */
function checkFreshness(request: HeedRequest, permission: Permission): void {
  if (request.method === 'GET' || request.method === 'HEAD' || !FRESH_SIGN_IN.has(permission)) return;
  if (!isWithin(request.identity?.secondsSinceSignIn ?? null, FRESH_SECONDS)) throw problems.signInAgain();
}
