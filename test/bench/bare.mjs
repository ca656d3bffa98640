// What Heed's tables can give: node:http and named statements, without access, audit, validation or triggers.
import http from 'node:http';
import pg from 'pg';
import * as sql from './bare-statements.mjs';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c session_replication_role=replica',
});
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

async function answer(response, name, values) {
  const { rows } = await pool.query({ name, text: sql[name], values, rowMode: 'array' });
  if (rows.length === 0) return response.writeHead(404, JSON_HEADERS).end('{}');
  response.writeHead(200, { ...JSON_HEADERS, 'content-length': Buffer.byteLength(rows[0][0]) }).end(rows[0][0]);
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

const routes = {
  'GET recommendations': (request, response, id) => answer(response, 'O1', [id]),
  'GET follow-ups': (request, response, _, given) =>
    given.has('after')
      ? answer(response, 'O3', [...given.get('after').split('_'), given.get('workspace')])
      : answer(response, 'O2', [given.get('theme'), given.get('state'), given.get('workspace')]),
  'GET search': (request, response, _, given) => answer(response, 'O4', [given.get('q'), given.get('workspace')]),
  'GET summary': (request, response, _, given) =>
    given.has('asOf')
      ? answer(response, 'O5past', [given.get('workspace'), given.get('asOf')])
      : answer(response, 'O5', [given.get('workspace')]),
  'POST tracks': async (request, response, id) => {
    const { transition, to, phase } = await bodyOf(request);
    return answer(response, 'O6', [id, transition, to, phase]);
  },
};

http
  .createServer((request, response) => {
    if (request.headers.authorization !== 'Bearer bench-token') return response.writeHead(401).end();
    const at = request.url.indexOf('?');
    const [, name, id] = (at < 0 ? request.url : request.url.slice(0, at)).split('/');
    const route = routes[`${request.method} ${name}`];
    if (!route) return response.writeHead(404).end();
    const given = new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1));
    Promise.resolve(route(request, response, id, given)).catch((error) => response.writeHead(500).end(String(error)));
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
