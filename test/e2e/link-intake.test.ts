// A document that a link leads to is fetched and read, where the workspace lets Heed fetch.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestListener } from 'node:http';
import type { Member } from '../factories/factories.js';
import { drawn, pdfOf } from '../support/documents.js';
import { eventsOf } from '../support/events.js';
import { leadThere, type OpenInternet, openInternet } from '../support/open-internet.js';
import { refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

const ADDRESS = 'https://letters.example/2026/a%20letter.html';
const PAGE = `<!doctype html><html lang="en"><head><title>A letter</title></head><body><nav><a href="/">Home</a></nav>
<main><h1>Letter on a matter</h1><p>We urge Norway to publish the report of the inquiry in full.</p></main></body></html>`;

let world: World;
let editor: Member;
let api: Caller;
let internet: OpenInternet;

const html: RequestListener = (_request, response) => void response.setHeader('content-type', 'text/html').end(PAGE);

beforeAll(async () => void (internet = await openInternet(html)));
afterAll(() => internet.close());
beforeEach(async () => {
  world = await openWorld();
  leadThere(world.app, internet);
  internet.answer = html;
  editor = await world.a.member();
  api = world.as(editor);
});
afterEach(() => world.close());

const switchOn = (): Promise<unknown> =>
  world.a.rows('UPDATE workspace SET keeps_copies = true WHERE id = $1', [world.a.workspaceId]);
const read = (url = ADDRESS, more: Record<string, unknown> = {}): Promise<Answer> =>
  api.post('/intake/links', { url, ...more });
const keep = async (text: string): Promise<string> => String((await api.post('/inbox', { text })).body['id']);

it('fetches nothing where the workspace does not say so', async () => {
  internet.answer = () => expect('asked').toBe('not asked');
  await refused(world, () => read(), 409, 'copies-off');
  const item = await keep(ADDRESS);
  await refused(world, () => api.post(`/inbox/${item}/intake`, {}), 409, 'copies-off');
  expect((await api.get(`/inbox/${item}`)).status).toBe(200);
});

describe('switched on', () => {
  beforeEach(switchOn);

  it('reads the page, keeps it as it came, and says where it is from', async () => {
    const asked: (string | undefined)[] = [];
    internet.answer = (request, response) => {
      asked.push(request.url);
      if (request.url === '/short') response.writeHead(301, { location: ADDRESS }).end();
      else html(request, response);
    };
    const { status, body } = await read('https://l.example/short');
    expect([status, body]).toMatchObject([
      201,
      {
        title: 'Letter on a matter',
        format: 'html',
        url: ADDRESS,
        confidentiality: 'coalition',
        counts: { proposed: 1 },
      },
    ]);
    expect(asked).toEqual(['/short', '/2026/a%20letter.html']);
    const kept = await world.app.inject({
      url: `/api/v1/workspaces/${world.a.slug}/intake/${String(body['id'])}/content`,
      headers: { authorization: `Bearer ${editor.token}` },
    });
    expect(kept.body).toBe(PAGE);
    expect(await eventsOf(world, body['id'])).toContain('intake.created 1 coalition');
  });

  it('reads a PDF, whatever its server calls it', async () => {
    const pdf = pdfOf([drawn(['We urge Norway to publish the report of the inquiry in full.'])]);
    internet.answer = (_request, response) =>
      void response.setHeader('content-type', 'application/octet-stream').end(pdf);
    expect((await read('https://letters.example/d/', { title: 'The letter' })).body).toMatchObject({
      format: 'pdf',
      title: 'The letter',
      counts: { proposed: 1 },
    });
  });

  it('takes a link out of the inbox once it is read', async () => {
    const item = await keep(`For later: ${ADDRESS}`);
    const { status, body } = await api.post(`/inbox/${item}/intake`, {});
    expect([status, body]).toMatchObject([201, { url: ADDRESS, counts: { proposed: 1 } }]);
    expect((await api.get(`/inbox/${item}`)).status).toBe(404);
  });

  it('fetches nothing that fewer than the workspace may know', async () => {
    internet.answer = () => expect('asked').toBe('not asked');
    const item = await keep(ADDRESS);
    const alone = { confidentiality: 'organization' };
    await refused(world, () => api.post(`/inbox/${item}/intake`, alone), 422, 'not-fetched');
    await refused(world, () => read(ADDRESS, alone), 400, 'invalid-input');
  });

  it.each<[string, string, RequestListener | undefined]>([
    ['a name that leads nowhere', 'https://nowhere.invalid/', undefined],
    ['an address of this machine', 'http://127.0.0.1/', undefined],
    ['another port', 'http://letters.example:8080/', undefined],
    ['a page that is gone', ADDRESS, (_request, response) => void response.writeHead(404).end()],
    [
      'a picture',
      ADDRESS,
      (_request, response) => void response.setHeader('content-type', 'image/png').end('PNG of a letter'),
    ],
    [
      'redirects without an end',
      ADDRESS,
      (_request, response) => void response.writeHead(302, { location: '/' }).end(),
    ],
  ])('says why nothing came of %s', async (_name, url, answer) => {
    if (answer) internet.answer = answer;
    const item = await keep(url);
    const { body } = await refused(world, () => read(url), 422, 'not-fetched');
    expect(body['errors']).toMatchObject([{ pointer: '/url' }]);
    if ((await api.get(`/inbox/${item}`)).body['kind'] !== 'link') return;
    await refused(world, () => api.post(`/inbox/${item}/intake`, {}), 422, 'not-fetched');
    expect((await api.get(`/inbox/${item}`)).status).toBe(200);
  });

  it('keeps nothing of what can not be read', async () => {
    internet.answer = (_request, response) => void response.setHeader('content-type', 'text/html').end('<html></html>');
    await refused(world, () => read(), 422, 'empty');
  });
});
