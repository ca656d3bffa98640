import { ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, getSchemaPath } from '@nestjs/swagger';
import { PERMISSIONS } from './access/permissions.js';
import { REQUIREMENT, type Requirement } from './access/requires.js';
import { ProblemView } from './common/problem.dto.js';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Record<string, unknown>;
}

interface Operation {
  operationId?: string;
  description?: string;
  summary?: string;
  requestBody?: unknown;
  parameters?: Parameter[];
  responses: Record<string, unknown>;
  security?: Record<string, string[]>[];
}

/** Adds to each operation what decorators can't say in one place: who may call it, and the failures of every body. */
export function completeOperations(app: NestFastifyApplication, document: OpenAPIObject): void {
  const requirements = requirementsOf(app);
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item) as Operation[])) {
    tellWhoMay(operation, requirements.get(operation.operationId ?? ''));
    if (operation.requestBody)
      for (const [status, description] of Object.entries(OF_BODIES))
        operation.responses[status] ??= problem(description);
    for (const parameter of operation.parameters ?? []) mend(parameter);
  }
}

const OF_BODIES = { 413: 'The body is larger than a megabyte.', 415: 'The body is not application/json.' };

const problem = (description: string): unknown => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
});

/** Ids are UUIDs; what has a default may be left out. */
function mend(parameter: Parameter): void {
  if (parameter.in === 'path' && isId(parameter.name)) parameter.schema = { type: 'string', format: 'uuid' };
  if (parameter.schema?.['default'] !== undefined) parameter.required = false;
}

const isId = (name: string): boolean => !['workspace', 'key', 'version', 'token', 'kind'].includes(name);

function tellWhoMay(operation: Operation, requirement: Requirement | undefined): void {
  const isOpen = requirement === 'anonymous';
  operation.security = isOpen ? [] : [{ token: [] }, { session: [] }];
  operation.description = [operation.description, whoMay(requirement)].filter(Boolean).join('\n\n');
}

function whoMay(requirement: Requirement | undefined): string {
  if (requirement === 'anonymous') return 'Open to everybody.';
  if (requirement === 'signed-in') return 'For whoever is signed in.';
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
