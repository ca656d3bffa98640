import { ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PERMISSIONS } from './access/permissions.js';
import { isInPerson, REQUIREMENT, type Requirement } from './access/requires.js';
import { FORM } from './common/answers.js';
import { addCommonFailures } from './openapi-failures.js';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Record<string, unknown>;
}

interface Operation {
  operationId?: string;
  description?: string;
  summary?: string;
  requestBody?: { content: Record<string, unknown> };
  [FORM]?: string;
  parameters?: Parameter[];
  responses: Record<string, { headers?: Record<string, unknown> }>;
  security?: Record<string, string[]>[];
}

/** Adds to each operation what decorators can't say in one place: who may call it, and the failures of every body. */
export function completeOperations(app: NestFastifyApplication, document: OpenAPIObject): void {
  const requirements = requirementsOf(app);
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      const requirement = requirements.get(operation.operationId ?? '');
      tellWhoMay(operation, requirement);
      if (path.includes('{workspace}')) nameWorkspace(operation);
      for (const parameter of operation.parameters ?? []) mend(parameter);
      addForm(operation);
      addCommonFailures(operation, method, requirement);
      if (method !== 'get' || !(requirement === 'anonymous' || requirement === 'operator')) promiseReceipt(operation);
    }
}

/** A body that may come as a form too: after the JSON, which most clients send. */
function addForm(operation: Operation): void {
  const { [FORM]: form, requestBody } = operation;
  if (form !== undefined && requestBody) requestBody.content['multipart/form-data'] = { schema: { $ref: form } };
  Reflect.deleteProperty(operation, FORM);
}

/** The guards read it off the path, so that few handlers have a parameter for it. */
function nameWorkspace(operation: Operation): void {
  const others = (operation.parameters ?? []).filter(({ name }) => name !== 'workspace');
  operation.parameters = [WORKSPACE, ...others];
}

const WORKSPACE = {
  name: 'workspace',
  in: 'path',
  required: true,
  description: 'The name of the workspace in paths.',
  schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,39}$', example: 'dprk' },
};

/** Whatever is written leaves an event in the log; so does opening what not all may read. */
function promiseReceipt({ responses }: Operation): void {
  for (const [status, response] of Object.entries(responses))
    if (status.startsWith('2')) response.headers = { ...response.headers, 'Audit-Receipt': RECEIPT };
}

const RECEIPT = {
  description: 'Where the request left an event in the log: the data hash of it, SHA-256 in hex.',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};

/** Ids are UUIDs; what has a default may be left out. */
function mend(parameter: Parameter): void {
  if (parameter.in === 'path' && isId(parameter.name)) parameter.schema = { type: 'string', format: 'uuid' };
  if (parameter.schema?.['default'] !== undefined) parameter.required = false;
}

const isId = (name: string): boolean => !['workspace', 'key', 'version', 'token', 'kind'].includes(name);

function tellWhoMay(operation: Operation, requirement: Requirement | undefined): void {
  operation.security = secretsFor(requirement);
  operation.description = [operation.description, whoMay(requirement)].filter(Boolean).join('\n\n');
}

function secretsFor(requirement: Requirement | undefined): Record<string, string[]>[] {
  if (requirement === 'anonymous') return [];
  if (isInPerson(requirement)) return [{ session: [] }];
  return requirement === 'operator' ? [{}, { operator: [] }] : [{ token: [] }, { session: [] }];
}

function whoMay(requirement: Requirement | undefined): string {
  if (requirement === 'anonymous') return 'Open to everybody.';
  if (requirement === 'operator')
    return 'For the operator: with METRICS_TOKEN as bearer token; where none is set, from this very machine.';
  if (requirement === 'signed-in') return 'For whoever is signed in.';
  if (isInPerson(requirement)) return 'For whoever is signed in, in a browser.';
  if (requirement === undefined) return 'Closed.';
  return `Permission \`${requirement}\`: ${PERMISSIONS[requirement].join(', ')}.`;
}

/** What each handler requires, by operation id. */
function requirementsOf(app: NestFastifyApplication): Map<string, Requirement> {
  const reflector = app.get(Reflector);
  const found = new Map<string, Requirement>();
  for (const { metatype } of [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ])) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as Record<string, () => unknown>;
    for (const method of Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor')) {
      const requirement = reflector.get<Requirement | undefined>(REQUIREMENT, prototype[method] as () => unknown);
      if (requirement) found.set(`${metatype.name.replace(/Controller$/, '')}_${method}`, requirement);
    }
  }
  return found;
}
