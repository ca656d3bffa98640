import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeFields } from './openapi-fields.js';
import { completeOperations } from './openapi-operations.js';

/** The contract, generated from the code: comments of handlers and fields are its text. */
export async function describeApi(app: NestFastifyApplication): Promise<OpenAPIObject> {
  const { default: metadata } = (await import('./metadata.js')) as { default: () => Promise<Record<string, unknown>> };
  await SwaggerModule.loadPluginMetadata(metadata);
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Heed')
    .setVersion('1')
    .setDescription(ABOUT)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'heed_...',
        description: 'A token made under /api/v1/me/tokens: heed_...',
      },
      'token',
    )
    .addCookieAuth('heed_session', { type: 'apiKey', in: 'cookie', description: ABOUT_SESSIONS }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: "The operator's METRICS_TOKEN." }, 'operator')
    .addServer('/')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  describeFields(document);
  completeOperations(app, document);
  return document;
}

/** Serves the document at /api/openapi.json and Swagger UI, from our own files, at /api/docs. */
export async function serveDocuments(app: NestFastifyApplication): Promise<OpenAPIObject> {
  const document = await describeApi(app);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: undefined,
    customSiteTitle: 'Heed: REST API',
  });
  return document;
}

const ABOUT_SESSIONS =
  'Set by POST /api/v1/auth/sign-in. Requests that change something also carry `X-Heed-Request: 1` and the own `Origin`.';

const ABOUT = `Follows up recommendations to governments and bodies, one addressee at a time, on evidence.

Failures are \`application/problem+json\`; what one may not see answers 404. Any operation may answer 503 \`unavailable\` (send it
again later) and 500 \`internal\`; \`requestId\` tells the operator which it was. Programs send \`Authorization: Bearer heed_...\`.
PATCH and DELETE take the ETag of what was read as \`If-Match\`. Lists answer \`{ items, nextCursor }\`; give \`nextCursor\` back as \`cursor\`.
Lists take \`updatedSince\`; things and lists of things take \`fields\`, to answer less.
POSTs that create take \`Idempotency-Key\`; those whose answer bears a secret, and all other POSTs, refuse it with 400 \`idempotency-not-here\`.`;
