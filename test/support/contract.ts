// Holds every answer that a test gets against the OpenAPI document: status documented, headers that say something to programs
// documented, body as the schema says, no field more.

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { SEAL } from '../../src/common/sealed-text.js';

type Schema = Record<string, unknown>;
interface Answer {
  method: string;
  path: string;
  /** What the request chose with `?fields=`. */
  fields?: string[] | undefined;
  status: number;
  body: unknown;
  contentType: string;
  /** Names in lower case. */
  headers: Record<string, unknown>;
}
interface Response {
  content?: Record<string, { schema?: Schema }>;
  headers?: Record<string, { required?: boolean }>;
}
interface Operation {
  parameters?: { name: string }[];
  responses: Record<string, Response>;
}

/** Headers that programs act on: what sends them says so. */
const TELLING = ['etag', 'set-cookie', 'audit-receipt', 'idempotency-replayed', 'retry-after', 'www-authenticate'];

/** Problems may carry further members by their code. */
const OPEN = new Set(['ProblemView']);

/** What the app serves as its document: it was made when the app began, and making it takes half a second. */
export async function contractOf(app: NestFastifyApplication): Promise<Contract> {
  return new Contract((await app.inject({ method: 'GET', url: '/api/openapi.json' })).json<OpenAPIObject>());
}

export class Contract {
  /** Most of what it compiles checks a few answers: making that quicker takes longer than it saves. */
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } });
  /** Compiling takes longer than most requests: what was compiled is kept, by route, status and chosen fields. */
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly routes: { method: string; pattern: RegExp; operation: Operation; path: string }[];

  constructor(private readonly document: OpenAPIObject) {
    (addFormatsModule as unknown as (ajv: Ajv2020) => void)(this.ajv);
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      this.ajv.addSchema(closed(schema as Schema, OPEN.has(name)), `#/components/schemas/${name}`);
    }
    this.routes = Object.entries(document.paths)
      .flatMap(([path, item]) =>
        Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path,
          operation,
          pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        })),
      )
      .sort((a, b) => (a.path.match(/\{/g)?.length ?? 0) - (b.path.match(/\{/g)?.length ?? 0));
  }

  /** The schema of the answer with only these fields: all of them, and no other. */
  private chosen(schema: Schema, fields: string[]): Schema {
    const whole = this.named(schema);
    const properties = whole['properties'] as Record<string, Schema>;
    const items = properties['items'];
    if (items?.['type'] === 'array')
      return {
        ...whole,
        properties: { ...properties, items: { ...items, items: this.chosen(items['items'] as Schema, fields) } },
      };
    const names = new Set(['id', ...fields]);
    const kept = Object.entries(properties).filter(([name]) => names.has(name));
    const required = (whole['required'] as string[]).filter((name) => names.has(name));
    return { ...whole, properties: Object.fromEntries(kept), required };
  }

  private named(schema: Schema): Schema {
    const name = (schema['$ref'] as string | undefined)?.split('/').at(-1);
    return name === undefined ? schema : ((this.document.components?.schemas ?? {})[name] as Schema);
  }

  /** Throws where the answer is not what the document promises. Routes that are not in the document are not ours to judge. */
  check({ method, path, fields, status, body, contentType, headers }: Answer): void {
    if (JSON.stringify([body]).includes(SEAL)) throw new Error(`${method} ${path}: sealed words were not opened`);
    const route = this.routes.find((r) => r.method === method && r.pattern.test(path));
    if (!route) return;
    const response = route.operation.responses[String(status)];
    if (!response)
      throw new Error(
        `${method} ${route.path} answered ${String(status)}, which is not documented: ${JSON.stringify(body)}`,
      );
    for (const fault of faultsOfHeaders(response, headers))
      throw new Error(`${method} ${route.path} ${String(status)}: ${fault}`);
    const type = contentType.split(';')[0] ?? '';
    const media = response.content?.[type];
    if (!media) {
      if (body !== undefined)
        throw new Error(`${method} ${route.path} ${String(status)}: a body of ${type}, which is not documented`);
      return;
    }
    const { schema } = media;
    if (!schema) return; // Bytes.
    const takesFields = route.operation.parameters?.some(({ name }) => name === 'fields') ?? false;
    const isChosen = fields !== undefined && takesFields && status === 200;
    const key = [method, route.path, status, ...(isChosen ? new Set(fields) : [])].join(' ');
    const validate =
      this.compiled.get(key) ?? this.ajv.compile(closed(isChosen ? this.chosen(schema, fields) : schema, false));
    this.compiled.set(key, validate);
    if (!validate(body))
      throw new Error(
        `${method} ${route.path} ${String(status)} breaks the document: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 1500)}`,
      );
  }
}

function faultsOfHeaders({ headers: documented = {} }: Response, sent: Record<string, unknown>): string[] {
  const known = Object.entries(documented).map(([name, header]) => ({ name: name.toLowerCase(), ...header }));
  const missing = known.filter(({ name, required }) => required && sent[name] === undefined);
  const silent = TELLING.filter((name) => sent[name] !== undefined && !known.some((header) => header.name === name));
  return [
    ...missing.map(({ name }) => `the header ${name} is promised and was not sent`),
    ...silent.map((name) => `the header ${name} was sent and is not documented`),
  ];
}

/** The schema with no room for fields that it doesn't name. */
function closed(schema: Schema, isOpen: boolean): Schema {
  const copy = structuredClone(schema);
  if (!isOpen) close(copy);
  return copy;
}

function close(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  if (schema['type'] === 'object' && schema['properties'] && !('additionalProperties' in schema))
    schema['additionalProperties'] = false;
  for (const inner of Object.values(schema)) close(inner);
}
