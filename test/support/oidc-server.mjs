// An identity provider as organizations run one (oidc-provider), in a process of its own. What a test wants of the next answer it says
// by messages: a real provider never signs a wrong audience, and a stolen or broken one does.

import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const CLIENT = { client_id: 'heed', client_secret: 'a secret of thirty-two characters' };

/** What the next ID token is to say instead; null leaves it as it is. */
let altered = null;
let keys = newKeys();
let answer = callbackOf(keys);

const server = createServer((request, response) => {
  if (request.url.startsWith('/interaction/')) void interact(request, response);
  else answer.callback(request, response);
});

process.on('message', ({ id, alter, rotate }) => {
  if (alter !== undefined) altered = alter;
  if (rotate) {
    keys = newKeys();
    answer = callbackOf(keys);
  }
  process.send({ id });
});

server.listen(Number(port), '127.0.0.1', () => process.send({ id: 'ready' }));

function newKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, jwk: { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' } };
}

function callbackOf({ jwk }) {
  const provider = new Provider(issuer, {
    clients: [
      { ...CLIENT, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: `${sub}@everybody.example` }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    if (context.path === '/token' && altered && context.body?.id_token) {
      context.body.id_token = alteredToken(context.body.id_token, altered);
      altered = null;
    }
  });
  return { provider, callback: provider.callback() };
}

/** One field to sign in with: whoever says a name is believed. */
async function interact(request, response) {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><title>Staff</title><form method="post"><label>Name <input name="name"></label><button>Go</button></form>',
    );
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get('name');
  await answer.provider.interactionFinished(
    request,
    response,
    { login: { accountId } },
    { mergeWithLastSubmission: false },
  );
}

function alteredToken(token, { claims = {}, header = {}, signed = 'as ever' }) {
  const [head, body] = token.split('.', 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));
  const said = [{ ...head, ...header }, without({ ...body, ...claims })]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${said}.${signatureOf(said, signed)}`;
}

/** What is said to be null is left out: messages carry no `undefined`. */
const without = (claims) => Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));

function signatureOf(said, signed) {
  if (signed === 'not at all') return '';
  if (signed === 'with the secret') return createHmac('sha256', CLIENT.client_secret).update(said).digest('base64url');
  const { privateKey } = signed === 'with another key' ? newKeys() : keys;
  return createSign('RSA-SHA256').update(said).sign(privateKey, 'base64url');
}
