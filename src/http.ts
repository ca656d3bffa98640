import type { DynamicModule } from '@nestjs/common';
import { fastifyCookie } from '@fastify/cookie';
import { fastifyMultipart } from '@fastify/multipart';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v4 as uuid } from 'uuid';
import { AccessGuard } from './access/access.guard.js';
import { OperatorGate } from './access/operator-gate.js';
import { AuthenticationGuard } from './auth/authentication.guard.js';
import { WhoIsHere } from './auth/who-is-here.js';
import { ReceiptInterceptor } from './audit/receipt.interceptor.js';
import { ANSWER_HEADERS } from './common/answer-headers.js';
import { readJsonOnly } from './common/body.js';
import { ChosenFields } from './common/chosen-fields.js';
import { OpenedWords } from './evidence/opened-words.interceptor.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { KeptAnswers } from './idempotency/kept-answers.js';
import { JsonTextInterceptor } from './common/json-text.js';
import { Metrics } from './common/metrics.js';
import { ProblemFilter, sendProblem } from './common/problem.filter.js';
import { problems } from './common/problem.js';
import { answerUnreadable, refuseOtherHttp } from './common/unreadable-request.js';
import { InputPipe } from './common/validation.js';
import { ServerLog } from './common/server-log.js';
import { serveDocuments } from './openapi.js';
import { fieldsOf } from './openapi-fields.js';
import { servePage } from './page.js';
import { cutSilentConnections } from './silent-connections.js';
import { cutSlowClients, headLimits, PATIENCE } from './slow-clients.js';

/** The HTTP process: every guard, pipe and filter is global, so that no route can forget one. */
export async function createHttpApp(
  module: DynamicModule,
  trustedProxies: string[] = [],
  patience = PATIENCE,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Whom to believe where a request comes from; by exact addresses only, for anybody can send the header.
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    http: { ...headLimits(patience), requireHostHeader: false },
    bodyLimit: 1_048_576,
    genReqId: () => uuid(),
    return503OnClosing: true,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply.headers(ANSWER_HEADERS), request.id, problems.notFound());
    },
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  await app.register(fastifyCookie);
  cutSlowClients(app.getHttpAdapter().getInstance(), patience);
  prepare(app);
  await takeForms(app);
  const whoIsHere = app.get(WhoIsHere);
  await servePage(app.getHttpAdapter().getInstance(), (request) => whoIsHere.of(request));
  app.useGlobalInterceptors(new ChosenFields(fieldsOf(await serveDocuments(app))));
  await app.init();
  return app;
}

function prepare(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const log = app.get(ServerLog);
  const metrics = app.get(Metrics);
  cutSilentConnections(fastify);
  refuseOtherHttp(fastify);
  readJsonOnly(fastify);
  fastify.addHook('onSend', async (request, reply) => {
    const headers = request.url.startsWith('/api/docs')
      ? { ...ANSWER_HEADERS, 'content-security-policy': DOCS_POLICY }
      : ANSWER_HEADERS;
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
    reply.header('x-request-id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    log.answered(request.method, route, reply.statusCode, reply.elapsedTime, request.id);
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime);
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalFilters(
    new ProblemFilter((error, requestId) => {
      log.failed(error, requestId);
    }),
  );
  app.useGlobalGuards(app.get(AuthenticationGuard), new AccessGuard(app.get(Reflector), app.get(OperatorGate)));
  app.useGlobalPipes(new InputPipe());
  const idempotency = new IdempotencyInterceptor(app.get(Reflector), app.get(KeptAnswers));
  app.useGlobalInterceptors(new ReceiptInterceptor(), new JsonTextInterceptor(), app.get(OpenedWords), idempotency);
}

/** Forms are read where a handler says so and nowhere else; how much of them, the handler says too. */
async function takeForms(app: NestFastifyApplication): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await app.register(fastifyMultipart, {
    throwFileSizeLimit: false,
    limits: { files: 0, fields: 0, parts: 0, fileSize: 0 },
  });
  fastify.addHook('onRequest', ({ method, headers, routeOptions }, _reply, done) => {
    const isForm = headers['content-type']?.toLowerCase().startsWith('multipart/') ?? false;
    // Nobody reads the body of a reading.
    const isRefused = isForm && method !== 'GET' && method !== 'HEAD' && !('takesFile' in routeOptions.config);
    done(isRefused ? problems.unsupportedMediaType() : undefined);
  });
}

/** Swagger UI brings its own files and draws some of its pictures from data; its styles are partly inline. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'";
