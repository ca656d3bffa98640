// What the fuzz knows of the API: docs/api/openapi.json, and nothing else.

import { readFileSync } from 'node:fs';
import { nounOf } from './nouns.js';

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  example?: unknown;
}
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  explode?: boolean;
  schema: Schema;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Described {
  operationId: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

/** One operation, as its part of the document says. */
export interface Operation extends Described {
  method: string;
  path: string;
  /** Names in the path, outermost first. */
  names: string[];
  /** What the body is of: its media type and its schema. */
  body?: { type: string; schema: Schema } | undefined;
  /** Whom the document names; undefined: whoever is signed in, or everybody. */
  roles: string[] | undefined;
}

export class ApiDocument {
  readonly operations: Operation[];

  constructor(
    private readonly document: {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: Record<string, Schema> };
    },
  ) {
    // What is for the operator depends on settings and on the address; test/e2e/metrics.test.ts asks it.
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      path === '/metrics'
        ? []
        : Object.entries(item).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
    );
  }

  static kept(): ApiDocument {
    return new ApiDocument(JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as never);
  }

  get(operationId: string): Operation {
    const found = this.operations.find((operation) => operation.operationId === operationId);
    if (!found) throw new Error(`The document has no operation ${operationId}: is a recipe out of date?`);
    return found;
  }

  at(method: string, path: string): Operation | undefined {
    return this.operations.find((operation) => operation.method === method && operation.path === path);
  }

  /** The name of a schema, where it has one, and the schema without detours. */
  resolve(schema: Schema): { name?: string; schema: Schema } {
    const single = schema.allOf?.length === 1 ? schema.allOf[0] : undefined;
    const { $ref } = single ?? schema;
    if ($ref === undefined) return { schema: single ?? schema };
    const name = $ref.split('/').at(-1) ?? '';
    return { name, schema: this.document.components.schemas[name] ?? {} };
  }

  /** The schema of what an operation answers when all goes well. */
  answerOf(operation: Operation): Schema | undefined {
    const status = Object.keys(operation.responses).find((each) => each.startsWith('2')) ?? '';
    return operation.responses[status]?.content?.['application/json']?.schema;
  }

  /** Whether it answers 201 with this noun, to whoever is a member. */
  makes(operation: Operation, noun: string): boolean {
    const { name } = this.resolve(this.answerOf(operation) ?? {});
    const isMaking = operation.method === 'POST' && '201' in operation.responses && !operation.path.includes('{token}');
    return isMaking && name !== undefined && nounOf(name) === noun;
  }

  parameter(operation: Operation, place: string, name: string): Parameter | undefined {
    return operation.parameters?.find((each) => each.in === place && each.name.toLowerCase() === name.toLowerCase());
  }
}

function operationOf(method: string, path: string, described: Described): Operation {
  const [type, content] = Object.entries(described.requestBody?.content ?? {})[0] ?? [];
  const roles = /Permission `[^`]+`: ([^.]+)\./.exec(described.description ?? '')?.[1]?.split(', ');
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  return {
    ...described,
    method,
    path,
    names,
    roles,
    body: type && content?.schema ? { type, schema: content.schema } : undefined,
  };
}
