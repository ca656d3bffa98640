import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { type HeedRequest, REQUIREMENT, type Requirement } from '../access/requires.js';
import { type Caller, Callers } from './callers.js';
import { Origin } from './origin.js';
import { RequestBounds } from './request-bounds.js';
import { bearer, register, session } from './strategies.js';

/**
 * Finds out who calls, for every handler that is for people with an account. Where nobody is known, `identity` stays unset
 * and AccessGuard answers 401; turned away are only those who ask too much.
 */
@Injectable()
export class AuthenticationGuard extends AuthGuard() {
  constructor(
    private readonly reflector: Reflector,
    callers: Callers,
    origin: Origin,
    private readonly bounds: RequestBounds,
  ) {
    super({
      defaultStrategy: [register('bearer', bearer(callers)), register('session', session(callers, origin))],
      session: false,
      property: 'caller',
    });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const requirement = this.reflector.get<Requirement | undefined>(REQUIREMENT, context.getHandler());
    if (requirement === 'anonymous' || requirement === 'operator') return true;
    await super.canActivate(context);
    await this.bounds.ask(context.switchToHttp().getRequest<HeedRequest>());
    return true;
  }

  override handleRequest<User>(
    error: Error | null,
    caller: Caller | false | null,
    _info: unknown,
    context: ExecutionContext,
  ): User {
    if (error) throw error;
    if (caller) Object.assign(context.switchToHttp().getRequest<HeedRequest>(), caller);
    return (caller || undefined) as User;
  }
}
