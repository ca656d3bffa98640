import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ApiDocument, breakingChanges, faultsOf } from './api-changes.js';

const W = '/api/v1/workspaces/{workspace}';
const kept = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as ApiDocument;

/** The breaks that a change of the real document makes. */
function planted(change: (document: any) => unknown): string[] {
  const changed = structuredClone(kept);
  change(changed);
  return breakingChanges(kept, changed);
}
const schema = (document: any, name: string): any => document.components.schemas[name];
const parameter = (document: any, path: string, name: string): any =>
  document.paths[path].get.parameters.find((one: { name: string }) => one.name === name);

const BREAKS: [string, (document: any) => unknown, string[]][] = [
  ['a path gone', (d) => delete d.paths['/api/v1/me'], ['GET /api/v1/me: the operation is gone']],
  [
    'a path renamed',
    (d) => {
      const { [`${W}/themes/{id}`]: themes, ...others } = d.paths;
      d.paths = { ...others, [`${W}/subjects/{id}`]: themes };
    },
    ['DELETE', 'GET', 'PATCH'].map((method) => `${method} ${W}/themes/{id}: the operation is gone`),
  ],
  [
    'another method',
    (d) => {
      const { patch, ...others } = d.paths[`${W}/themes/{id}`];
      d.paths[`${W}/themes/{id}`] = { ...others, put: patch };
    },
    [`PATCH ${W}/themes/{id}: the operation is gone`],
  ],
  [
    'a parameter gone',
    (d) =>
      (d.paths[`${W}/summary`].get.parameters = d.paths[`${W}/summary`].get.parameters.filter(
        (p: { name: string }) => p.name !== 'axis',
      )),
    [`GET ${W}/summary query axis: the parameter is gone`],
  ],
  [
    'a required parameter added',
    (d) => d.paths[`${W}/themes`].get.parameters.push({ name: 'kind', in: 'query', required: true, schema: {} }),
    [`GET ${W}/themes query kind: is required now`],
  ],
  [
    'a parameter made required',
    (d) => (parameter(d, `${W}/themes`, 'sort').required = true),
    [`GET ${W}/themes query sort: is required now`],
  ],
  [
    'a parameter that takes less',
    (d) => (parameter(d, `${W}/themes`, 'limit').schema.maximum = 100),
    [`GET ${W}/themes query limit: maximum is 100 now`],
  ],
  [
    'a list that is written another way',
    (d) => (parameter(d, `${W}/themes`, 'fields').explode = true),
    [`GET ${W}/themes query fields: is written another way`],
  ],
  [
    'a value of a parameter gone',
    (d) => parameter(d, `${W}/summary`, 'axis').schema.enum.pop(),
    [expect.stringMatching(/^GET .*\/summary query axis: no longer takes [a-z]+$/) as unknown as string],
  ],
  [
    'a body field made required',
    (d) => schema(d, 'CreateThemeDto').required.push('labels'),
    ['CreateThemeDto (sent) labels: is required now'],
  ],
  [
    'a required body field added',
    (d) => {
      schema(d, 'CreateThemeDto').properties.colour = { type: 'string' };
      schema(d, 'CreateThemeDto').required.push('colour');
    },
    ['CreateThemeDto (sent) colour: is required now'],
  ],
  [
    'a body field gone',
    (d) => delete schema(d, 'CreateSourceDto').properties.note,
    ['CreateSourceDto (sent) note: the field is gone'],
  ],
  [
    'a value of input gone',
    (d) => schema(d, 'AcceptEvidenceDto').properties.acceptance.enum.pop(),
    ['AcceptEvidenceDto (sent) acceptance: no longer takes declined'],
  ],
  [
    'null refused',
    (d) => (schema(d, 'CreateSourceDto').properties.note.type = 'string'),
    ['CreateSourceDto (sent) note: null is no longer taken'],
  ],
  [
    'shorter texts',
    (d) => (schema(d, 'CreateSourceDto').properties.note.maxLength = 10),
    ['CreateSourceDto (sent) note: maxLength is 10 now'],
  ],
  [
    'longer texts asked',
    (d) => (schema(d, 'CreateSourceDto').properties.note.minLength = 5),
    ['CreateSourceDto (sent) note: minLength is 5 now'],
  ],
  [
    'a pattern',
    (d) => (schema(d, 'CreateSourceDto').properties.note.pattern = '^a'),
    ['CreateSourceDto (sent) note: pattern is ^a now'],
  ],
  [
    'whole numbers only',
    (d) => (schema(d, 'CreateThemeDto').properties.label.type = 'integer'),
    ['CreateThemeDto (sent) label: was string, is integer'],
  ],
  [
    'a body required',
    (d) =>
      (d.paths[`${W}/evidence/{id}/verification`].post.requestBody = {
        required: true,
        content: { 'application/json': { schema: { type: 'object' } } },
      }),
    [`POST ${W}/evidence/{id}/verification: a body is required now`],
  ],
  [
    'a form for JSON',
    (d) => {
      const { content } = d.paths[`${W}/themes`].post.requestBody;
      content['multipart/form-data'] = content['application/json'];
      delete content['application/json'];
    },
    [`POST ${W}/themes body: application/json is gone`],
  ],
  [
    'an answered field gone',
    (d) => delete schema(d, 'ThemeView').properties.label,
    ['ThemeView (answered) label: the field is gone'],
  ],
  [
    'an answered field that may be left out',
    (d) => (schema(d, 'ThemeView').required = ['id']),
    ['code', 'label', 'labels', 'version'].map((name) => `ThemeView (answered) ${name}: is not always there any more`),
  ],
  [
    'an answered field of another type',
    (d) => (schema(d, 'ThemeView').properties.version.type = 'string'),
    ['ThemeView (answered) version: was number, is string'],
  ],
  [
    'an answered field that may be null',
    (d) => (schema(d, 'ThemeView').properties.label.type = ['string', 'null']),
    ['ThemeView (answered) label: may be null now'],
  ],
  [
    'a named thing that may be null',
    (d) => {
      const { organization } = schema(d, 'ActorView').properties;
      organization.anyOf = [...organization.allOf, { type: 'null' }];
      delete organization.allOf;
    },
    ['ActorView (answered) organization: may be null now'],
  ],
  [
    'a field deep within an answer',
    (d) => delete schema(d, 'NamedView').properties.name,
    ['NamedView (answered) name: the field is gone'],
  ],
  [
    'values by key of another type',
    (d) => (schema(d, 'ThemeView').properties.labels.additionalProperties.type = 'number'),
    ['ThemeView (answered) labels{}: was string, is number'],
  ],
  [
    'a page without its cursor',
    (d) => delete d.paths[`${W}/themes`].get.responses['200'].content['application/json'].schema.properties.nextCursor,
    [`GET ${W}/themes 200 nextCursor: the field is gone`],
  ],
  [
    'a status gone',
    (d) => delete d.paths[`${W}/themes/{id}`].patch.responses['412'],
    [`PATCH ${W}/themes/{id} 412: is not answered any more`],
  ],
  [
    'another success',
    (d) => (d.paths[`${W}/themes`].post.responses['202'] = { description: 'Later.' }),
    [`POST ${W}/themes: may answer 202 now`],
  ],
  [
    'a header gone',
    (d) => delete d.paths[`${W}/themes/{id}`].get.responses['200'].headers.ETag,
    [`GET ${W}/themes/{id} 200 header ETag: is gone`],
  ],
  [
    'another media type',
    (d) => {
      const { content } = d.paths[`${W}/themes/{id}`].get.responses['200'];
      content['text/csv'] = content['application/json'];
      delete content['application/json'];
    },
    [`GET ${W}/themes/{id} 200: application/json is gone`],
  ],
  [
    'a door closed',
    (d) => (d.paths['/health/live'].get.security = [{ token: [] }]),
    ['GET /health/live: asks for a sign-in now'],
  ],
  [
    'a way to sign in gone',
    (d) => d.paths['/api/v1/me'].get.security.shift(),
    ['GET /api/v1/me: token no longer opens it'],
  ],
  ['another cookie', (d) => (d.components.securitySchemes.session.name = 'sid'), ['session: is sent another way']],
];

const HARMLESS: [string, (document: any) => unknown][] = [
  ['nothing', () => undefined],
  ['an operation added', (d) => (d.paths['/api/v1/news'] = { get: d.paths['/api/v1/me'].get })],
  ['a parameter added', (d) => d.paths[`${W}/themes`].get.parameters.push({ name: 'kind', in: 'query', schema: {} })],
  ['a body field added', (d) => (schema(d, 'CreateThemeDto').properties.colour = { type: 'string' })],
  ['a body field no longer required', (d) => (schema(d, 'CreateThemeDto').required = [])],
  ['a value of input added', (d) => schema(d, 'AcceptEvidenceDto').properties.acceptance.enum.push('deferred')],
  ['null taken', (d) => (schema(d, 'CreateThemeDto').properties.label.type = ['string', 'null'])],
  ['longer texts', (d) => (schema(d, 'CreateSourceDto').properties.note.maxLength = 100_000)],
  [
    'an answered field added',
    (d) => {
      schema(d, 'ThemeView').properties.colour = { type: 'string' };
      schema(d, 'ThemeView').required.push('colour');
    },
  ],
  ['an answered number that is whole', (d) => (schema(d, 'ThemeView').properties.version.type = 'integer')],
  ['an answered value added', (d) => schema(d, 'EvidenceView').properties.kind.enum.push('recording')],
  ['a refusal added', (d) => (d.paths['/api/v1/me'].get.responses['409'] = { description: 'Not now.' })],
  ['a door opened', (d) => (d.paths['/api/v1/me'].get.security = [])],
  ['other words', (d) => (schema(d, 'ThemeView').description = 'Other words.')],
];

describe('a break', () => {
  const change = 'GET /api/v1/me: the operation is gone';

  it('is a fault unless somebody wrote down why', () => {
    expect(faultsOf([change], [])).toEqual([`Breaks what was released: ${change}`]);
    expect(faultsOf([change], [{ change, reason: ' ' }])).toEqual([`Breaks what was released: ${change}`]);
    expect(faultsOf([change], [{ change, reason: 'Nobody called it.' }])).toEqual([]);
  });

  it('that is none any more needs no reason', () => {
    expect(faultsOf([], [{ change, reason: 'Nobody called it.' }])).toEqual([
      `Given a reason, but breaks nothing: ${change}`,
    ]);
  });
});

describe('breaking changes', () => {
  it.each(BREAKS)('names %s', (_, change, breaks) => {
    expect(planted(change).sort()).toEqual(breaks.sort());
  });

  it.each(HARMLESS)('passes %s', (_, change) => {
    expect(planted(change)).toEqual([]);
  });
});
