// What of a new API document breaks whoever relies on an older one.

import { type Schema, SchemaChanges, type Schemas, type Way } from './api-schema-changes.js';

type Content = Record<string, { schema?: Schema }>;
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  explode?: boolean;
  schema?: Schema;
}
interface Response {
  content?: Content;
  headers?: Record<string, { required?: boolean; schema?: Schema }>;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Response>;
  security?: Record<string, string[]>[];
}
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas; securitySchemes?: Record<string, Record<string, unknown>> };
}

/** A break that is meant, in the words in which it is named, and why. */
export interface DeliberateBreak {
  change: string;
  reason: string;
}

/** Each break in one sentence, which stays the same until it is mended; none is []. */
export function breakingChanges(before: ApiDocument, after: ApiDocument): string[] {
  const schemas = new SchemaChanges(before.components.schemas, after.components.schemas);
  const breaks = Object.entries(before.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const route = `${method.toUpperCase()} ${path}`;
      const now = after.paths[path]?.[method];
      return now ? changesOf(route, operation, now, schemas) : [`${route}: the operation is gone`];
    }),
  );
  return [...signInChanges(before, after), ...breaks, ...schemas.breaks];
}

/** What is wrong with a document that breaks this: what nobody gave a reason for, and reasons for what is no break. */
export function faultsOf(breaks: string[], deliberate: DeliberateBreak[]): string[] {
  const excused = deliberate.filter(({ reason }) => reason.trim() !== '').map(({ change }) => change);
  return [
    ...breaks.filter((change) => !excused.includes(change)).map((change) => `Breaks what was released: ${change}`),
    ...deliberate
      .filter(({ change }) => !breaks.includes(change))
      .map(({ change }) => `Given a reason, but breaks nothing: ${change}`),
  ];
}

/** How a token or a cookie is sent; not how that is described. */
function signInChanges(before: ApiDocument, after: ApiDocument): string[] {
  const way = (document: ApiDocument, name: string): string => {
    const { type, scheme, in: where, name: key } = document.components.securitySchemes?.[name] ?? {};
    return JSON.stringify([type, scheme, where, key]);
  };
  return Object.keys(before.components.securitySchemes ?? {})
    .filter((name) => way(before, name) !== way(after, name))
    .map((name) => `${name}: is sent another way`);
}

function changesOf(route: string, before: Operation, after: Operation, schemas: SchemaChanges): string[] {
  return [
    ...securityChanges(route, before, after),
    ...parameterChanges(route, before, after, schemas),
    ...bodyChanges(route, before, after, schemas),
    ...Object.entries(before.responses).flatMap(([status, response]) =>
      responseChanges(`${route} ${status}`, response, after.responses[status], schemas),
    ),
    ...Object.keys(after.responses)
      .filter((status) => /^[23]/.test(status) && !before.responses[status])
      .map((status) => `${route}: may answer ${status} now`),
  ];
}

const NOTHING = 'nothing';

/** Each way to sign in that sufficed still does; none needed is a way too. */
function securityChanges(route: string, before: Operation, after: Operation): string[] {
  const ways = ({ security = [] }: Operation): string[] =>
    security.length === 0 ? [NOTHING] : security.map((way) => Object.keys(way).join(' and '));
  return ways(before)
    .filter((way) => !ways(after).includes(way) && !ways(after).includes(NOTHING))
    .map((way) => (way === NOTHING ? `${route}: asks for a sign-in now` : `${route}: ${way} no longer opens it`));
}

function parameterChanges(route: string, before: Operation, after: Operation, schemas: SchemaChanges): string[] {
  const key = (parameter: Parameter): string => `${route} ${parameter.in} ${parameter.name}`;
  const old = new Map((before.parameters ?? []).map((parameter) => [key(parameter), parameter]));
  const now = new Map((after.parameters ?? []).map((parameter) => [key(parameter), parameter]));
  const breaks: string[] = [];
  for (const [place, parameter] of old) {
    const still = now.get(place);
    if (!still) breaks.push(`${place}: the parameter is gone`);
    else if (still.explode !== parameter.explode) breaks.push(`${place}: is written another way`);
    if (still?.schema && parameter.schema) schemas.compare(place, 'sent', parameter.schema, still.schema);
  }
  for (const [place, parameter] of now)
    if (parameter.required && !old.get(place)?.required) breaks.push(`${place}: is required now`);
  return breaks;
}

function bodyChanges(route: string, before: Operation, after: Operation, schemas: SchemaChanges): string[] {
  const [old, now] = [before.requestBody, after.requestBody];
  if (!old) return now?.required ? [`${route}: a body is required now`] : [];
  if (!now) return [`${route}: takes no body any more`];
  const required = now.required && !old.required ? [`${route}: a body is required now`] : [];
  return [...required, ...contentChanges(`${route} body`, 'sent', old.content, now.content, schemas)];
}

function responseChanges(
  where: string,
  before: Response,
  after: Response | undefined,
  schemas: SchemaChanges,
): string[] {
  if (!after) return [`${where}: is not answered any more`];
  const headers = Object.entries(before.headers ?? {}).flatMap(([name, header]) => {
    const now = after.headers?.[name];
    if (!now) return [`${where} header ${name}: is gone`];
    return header.required && !now.required ? [`${where} header ${name}: is not always there any more`] : [];
  });
  return [...headers, ...contentChanges(where, 'answered', before.content ?? {}, after.content ?? {}, schemas)];
}

function contentChanges(where: string, way: Way, before: Content, after: Content, schemas: SchemaChanges): string[] {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const now = after[type];
    if (!now) return [`${where}: ${type} is gone`];
    if (schema && now.schema) schemas.compare(where, way, schema, now.schema);
    return [];
  });
}
