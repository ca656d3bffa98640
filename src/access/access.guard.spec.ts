import { Controller, Get, Module, Post } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProblemFilter } from '../common/problem.filter.js';
import { AccessGuard } from './access.guard.js';
import { type Actor, type Identity, ROLES } from './actor.js';
import { OperatorGate } from './operator-gate.js';
import { FRESH_SECONDS, JUST_NOW_SECONDS, VOUCHED } from './permissions.js';
import {
  Anonymous,
  CurrentActor,
  CurrentIdentity,
  ForOperator,
  type HeedRequest,
  Requires,
  SignedIn,
  SignedInInBrowser,
  SignedInInPerson,
  SignedInJustNow,
  SignedInLately,
} from './requires.js';
import { systemActor } from './system-actor.js';

/** One handler for each thing that a handler can ask; each answers whom it was told of. */
@Controller()
class Doors {
  @Get('nothing-stated')
  nothingStated(): string {
    return 'in';
  }

  @Anonymous()
  @Get('anonymous')
  anonymous(): string {
    return 'in';
  }

  @SignedIn()
  @Get('signed-in')
  signedIn(@CurrentIdentity() identity: Identity): string {
    return identity.personId;
  }

  @SignedInInBrowser()
  @Get('in-browser')
  inBrowser(): string {
    return 'in';
  }

  @SignedInInPerson()
  @Get('in-person')
  inPerson(): string {
    return 'in';
  }

  @SignedInLately()
  @Get('lately')
  lately(): string {
    return 'in';
  }

  @SignedInJustNow()
  @Get('just-now')
  justNow(): string {
    return 'in';
  }

  @ForOperator()
  @Get('operator')
  operator(): string {
    return 'in';
  }

  @Requires('record.write')
  @Get('write')
  write(@CurrentActor() actor: Actor): string {
    return actor.workspaceId;
  }

  @Requires('record.write')
  @Post('write')
  writeAnew(): string {
    return 'in';
  }

  @Requires('member.manage')
  @Get('fresh')
  freshToRead(): string {
    return 'in';
  }

  @Requires('member.manage')
  @Post('fresh')
  fresh(): string {
    return 'in';
  }
}

@Module({
  controllers: [Doors],
  providers: [
    { provide: OperatorGate, useValue: new OperatorGate('wanted', false) },
    {
      provide: APP_GUARD,
      useFactory: (reflector: Reflector, gate: OperatorGate) => new AccessGuard(reflector, gate),
      inject: [Reflector, OperatorGate],
    },
  ],
})
class DoorsModule {}

let app: NestFastifyApplication;
/** Who calls next, as authentication would have found. */
let caller: Pick<HeedRequest, 'identity' | 'actor'>;

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [DoorsModule] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new ProblemFilter(() => undefined));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      Object.assign(request, caller);
      done();
    });
  await app.init();
});
afterAll(() => app.close());

const member = (changes: Partial<Actor> = {}): Actor => ({
  ...systemActor({ workspaceId: 'here', timeZone: 'UTC' }, 'r'),
  personId: 'ada',
  secondsSinceSignIn: 0,
  ...changes,
});

interface Ask {
  /** Signed in, but no member of the workspace. */
  isStranger?: boolean;
  authorization?: string;
}

/** What the handler answered, or the code of the problem with which the guard refused. */
async function ask(
  method: 'GET' | 'POST' | 'HEAD',
  url: string,
  who?: Actor,
  { isStranger = false, authorization }: Ask = {},
): Promise<[number, string]> {
  caller = { ...(who && { identity: who }), ...(who && !isStranger && { actor: who }) };
  const answer = await app.inject({ method, url, headers: authorization ? { authorization } : {} });
  const isProblem = answer.statusCode >= 400 && answer.payload !== '';
  return [answer.statusCode, isProblem ? answer.json<{ code: string }>().code : answer.payload];
}

describe('who is nobody', () => {
  it('passes an anonymous door, and the operator’s with the token alone', async () => {
    expect(await ask('GET', '/anonymous')).toEqual([200, 'in']);
    expect(await ask('GET', '/operator', undefined, { authorization: 'Bearer wanted' })).toEqual([200, 'in']);
    expect(await ask('GET', '/operator')).toEqual([401, 'sign-in-required']);
  });

  it.each(['/signed-in', '/in-browser', '/in-person', '/lately', '/just-now', '/write', '/fresh', '/nothing-stated'])(
    'is asked to sign in at %s',
    async (url) => {
      expect(await ask('GET', url)).toEqual([401, 'sign-in-required']);
    },
  );
});

describe('who is signed in', () => {
  it('passes the door for that, whose handler is told who it is', async () => {
    expect(await ask('GET', '/signed-in', member(), { isStranger: true })).toEqual([200, 'ada']);
  });

  it.each(['/write', '/fresh', '/nothing-stated'])('finds nothing at %s where no member', async (url) => {
    expect(await ask('GET', url, member(), { isStranger: true })).toEqual([404, 'not-found']);
  });

  it('does not pass as the operator', async () => {
    expect(await ask('GET', '/operator', member())).toEqual([401, 'sign-in-required']);
  });
});

describe('a person in a browser', () => {
  it.each([
    ['/in-browser', 1_000_000, 200],
    ['/in-browser', VOUCHED, 200],
    ['/in-browser', null, 401],
    ['/in-person', 1_000_000, 200],
    ['/in-person', VOUCHED, 401],
    ['/in-person', null, 401],
    ['/lately', FRESH_SECONDS, 200],
    ['/lately', FRESH_SECONDS + 1, 401],
    ['/lately', VOUCHED, 401],
    ['/lately', null, 401],
    ['/just-now', JUST_NOW_SECONDS, 200],
    ['/just-now', JUST_NOW_SECONDS + 1, 401],
    ['/just-now', VOUCHED, 401],
    ['/just-now', null, 401],
  ])(
    'at %s, having signed in %s seconds ago (null: a program, Infinity: vouched for), is answered %i',
    async (url, seconds, status) => {
      const text = status === 200 ? 'in' : 'sign-in-again';
      expect(await ask('GET', url, member({ secondsSinceSignIn: seconds }), { isStranger: true })).toEqual([
        status,
        text,
      ]);
    },
  );

  it('is told within which time a sign-in is asked', async () => {
    caller = { identity: member({ secondsSinceSignIn: FRESH_SECONDS + 1 }) };
    expect((await app.inject('/lately')).json()).toMatchObject({ detail: expect.stringContaining('10 minutes') });
    expect((await app.inject('/just-now')).json()).toMatchObject({ detail: expect.stringContaining('last minute') });
  });
});

describe('a member', () => {
  it('passes the door of a permission that a role of theirs has; the handler is told in which workspace', async () => {
    expect(await ask('GET', '/write', member({ roles: ['auditor', 'editor'] }))).toEqual([200, 'here']);
    expect(await ask('GET', '/write', member({ roles: ['auditor', 'partner'] }))).toEqual([403, 'forbidden']);
  });

  it('finds no door open without the second factor that the workspace asks for', async () => {
    caller = { identity: member(), actor: member({ lacksSecondFactor: true }) };
    const answer = await app.inject('/write');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'second-factor-missing']);
  });

  it('passes no door that states nothing, whatever the role', async () => {
    expect(await ask('GET', '/nothing-stated', member({ roles: [...ROLES] }))).toEqual([403, 'forbidden']);
  });

  it('is told which permission was missing', async () => {
    caller = { identity: member(), actor: member({ roles: ['partner'] }) };
    expect((await app.inject('/write')).json()).toMatchObject({ permission: 'record.write' });
    expect((await app.inject('/nothing-stated')).json()).toMatchObject({ permission: 'none stated' });
  });
});

describe('a fresh sign-in', () => {
  it.each([
    [0, 201],
    [FRESH_SECONDS, 201],
    [FRESH_SECONDS + 1, 401],
    [null, 401],
  ])('of %s seconds ago is answered %i where one is asked', async (secondsSinceSignIn, status) => {
    const text = status === 201 ? 'in' : 'sign-in-again';
    expect(await ask('POST', '/fresh', member({ secondsSinceSignIn }))).toEqual([status, text]);
  });

  it('is not asked to read, nor where the permission does not ask', async () => {
    const stale = member({ secondsSinceSignIn: null });
    expect(await ask('GET', '/fresh', stale)).toEqual([200, 'in']);
    expect((await ask('HEAD', '/fresh', stale))[0]).toBe(200);
    expect(await ask('POST', '/write', stale)).toEqual([201, 'in']);
  });

  it('lifts no missing role', async () => {
    expect(await ask('POST', '/fresh', member({ roles: ['editor'] }))).toEqual([403, 'forbidden']);
  });

  it('is asked again when nobody is known to have signed in', async () => {
    caller = { actor: member() };
    expect((await app.inject({ method: 'POST', url: '/fresh' })).statusCode).toBe(401);
  });
});
