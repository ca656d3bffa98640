// The page's files, as the build left them, and its one document, for every address of the page.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** From the build, or from the sources, as tests run them. */
const FOLDER = fileURLToPath(
  new URL(import.meta.url.includes('/dist/src/') ? '../web' : '../dist/web', import.meta.url),
);

/** Addresses that the page's own router knows; everything else is 404. */
const ADDRESSES = ['/', '/sign-in', '/account', '/invitations/*', '/recoveries/*', '/w/*'];
const AS_BUILT = 'HEED_NONCE';

/** Serves the page from the server's own port; its files have names that change with their content. */
export async function servePage(fastify: FastifyInstance): Promise<void> {
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
  for (const address of ADDRESSES) {
    fastify.get(address, (_request, reply: FastifyReply) => {
      const nonce = randomBytes(16).toString('base64');
      return reply
        .header('content-security-policy', policyWith(nonce))
        .header('content-type', 'text/html; charset=utf-8')
        .send(document.replaceAll(AS_BUILT, nonce));
    });
  }
}

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
