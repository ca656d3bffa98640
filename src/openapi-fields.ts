import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  $ref?: string;
  type?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Reading {
  operationId: string;
  parameters?: unknown[];
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

/** Every GET that answers a thing or a page of things (whatever has an id), with the fields of the thing. */
export function fieldsOf(document: OpenAPIObject): Map<string, string[]> {
  return new Map(readings(document).map(([operation, fields]) => [operation.operationId, fields]));
}

/** Says of these operations that they take `fields`. */
export function describeFields(document: OpenAPIObject): void {
  for (const [operation, fields] of readings(document)) {
    const description = 'Only these fields, with commas between them; `id` is always there.';
    const schema = { type: 'array', items: { type: 'string', enum: fields } };
    operation.parameters = [
      ...(operation.parameters ?? []),
      { name: 'fields', in: 'query', required: false, description, style: 'form', explode: false, schema },
    ];
  }
}

function readings(document: OpenAPIObject): [Reading, string[]][] {
  const gets = Object.values(document.paths).flatMap((item) => (item.get ? [item.get as unknown as Reading] : []));
  return gets
    .map((operation): [Reading, string[]] => [operation, fieldsOfThing(document, operation)])
    .filter(([, fields]) => fields.includes('id'));
}

function fieldsOfThing(document: OpenAPIObject, operation: Reading): string[] {
  const answer = resolve(document, operation.responses['200']?.content?.['application/json']?.schema);
  const items = answer?.properties?.['items'];
  const thing = items?.type === 'array' ? resolve(document, items.items) : answer;
  return Object.keys(thing?.properties ?? {});
}

function resolve(document: OpenAPIObject, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : document.components?.schemas?.[name];
}
