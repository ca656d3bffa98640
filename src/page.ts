// The page's files, as the build left them, and its one document, for every address of the page.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** From the build, or from the sources, as tests run them. */
const FOLDER = fileURLToPath(
  new URL(import.meta.url.includes('/dist/src/') ? '../web' : '../dist/web', import.meta.url),
);

/** Addresses that the page's own router knows, and whether they are for whoever is signed in; everything else is 404. */
const ADDRESSES = {
  '/': true,
  '/sign-in': false,
  '/sign-in/*': false,
  '/account': true,
  '/second-factor': true,
  '/invitations/*': false,
  '/recoveries/*': false,
  '/w/*': true,
};
const AS_BUILT = 'HEED_NONCE';

/** Serves the page from the server's own port; its files have names that change with their content. */
export async function servePage(
  fastify: FastifyInstance,
  whoIsHere: (request: FastifyRequest) => Promise<string | undefined>,
): Promise<void> {
  const document = await readFile(`${FOLDER}/index.html`, 'utf8');
  await fastify.register(fastifyStatic, {
    root: FOLDER,
    allowedPath: (path) => path.startsWith('/assets/'),
    globIgnore: ['**/index.html', '**/*.br', '**/*.gz', '**/manifest.json'],
    wildcard: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
  for (const [address, isForMembers] of Object.entries(ADDRESSES)) {
    fastify.get(address, async (request, reply: FastifyReply) => {
      // Where it can't be told, the page asks, and shows what is wrong.
      const me = isForMembers ? await whoIsHere(request).catch(() => undefined) : undefined;
      const nonce = randomBytes(16).toString('base64');
      return reply
        .header('content-security-policy', policyWith(nonce))
        .header('content-type', 'text/html; charset=utf-8')
        .send(document.replaceAll(AS_BUILT, nonce).replace('</head>', (end) => `${toldIn(me)}${end}`));
    });
  }
}

/** As data, which no policy lets run, and out of which nothing that somebody is called can break. */
const toldIn = (me: string | undefined): string =>
  me === undefined ? '' : `<script type="application/json" id="me">${me.replaceAll('<', '\\u003c')}</script>`;

/** Scripts only from files; of styles, those of Mantine's that bear the nonce; nothing from any other host. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
