import CustomStrategy from 'passport-custom';
import passport from 'passport';
import { problems } from '../common/problem.js';
import type { HeedRequest } from '../access/requires.js';
import type { Caller, Callers } from './callers.js';
import { bearerOf, hasBearer, sessionSecretOf } from './credentials.js';
import type { Origin } from './origin.js';

type Verify<User> = (request: HeedRequest) => Promise<User | undefined>;

/** Passport's register is global, and tests run several apps in one process: each app's strategies get names of their own. */
let registered = 0;

/** Registers a strategy of one app and answers the name to use it by. */
export function register<User>(kind: string, verify: Verify<User>): string {
  const name = `${kind} ${String((registered += 1))}`;
  const strategy = new CustomStrategy((request, done) => {
    verify(request as unknown as HeedRequest).then(
      (user) => done(null, user ?? false),
      (error: unknown) => done(error),
    );
  });
  passport.use(name, strategy);
  return name;
}

/** Programs: `Authorization: Bearer heed_...`. */
export const bearer =
  (callers: Callers): Verify<Caller> =>
  async (request) => {
    const token = bearerOf(request);
    return token === undefined ? undefined : callers.ofToken(request, token);
  };

/** People: the session's cookie, which counts only where no token is sent, and for writing only from our own page. */
export const session =
  (callers: Callers, origin: Origin): Verify<Caller> =>
  async (request) => {
    const secret = hasBearer(request) ? undefined : sessionSecretOf(request, origin);
    if (secret === undefined) return undefined;
    if (!isFromOwnPage(request, origin)) throw problems.foreignRequest();
    return callers.ofSession(request, secret);
  };

/** For what is open to everybody: a browser that says where the request comes from has to name us. */
export function refuseForeign({ headers }: HeedRequest, origin: Origin): void {
  if (headers.origin !== undefined && !origin.isOwn(headers.origin)) throw problems.foreignRequest();
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Other sites can make a browser send cookies, but neither this header nor our Origin. */
function isFromOwnPage({ method, headers }: HeedRequest, origin: Origin): boolean {
  return SAFE.has(method) || (headers['x-heed-request'] === '1' && origin.isOwn(headers.origin));
}
