// What is made of docs/api/openapi.json, and what it is held to. Nothing of it goes to the network.
import { runNode } from './runtime.mjs';
import { bin } from './steps.mjs';

const document = 'docs/api/openapi.json';
const types = 'docs/api/openapi.d.ts';

/** The types file of clients; a field with a default may still be left out of a body. */
const typing = [
  bin('openapi-typescript', 'bin/cli.js'),
  document,
  `--output=${types}`,
  '--default-non-nullable=false',
  '--root-types',
  '--root-types-no-schema-prefix',
  '--root-types-keep-casing',
];

/** Writes the types of the document. */
export const writeTypes = () => runNode(typing, { quiet: true });

/** Whether the types are those of the document. */
export const typesAreFresh = () => runNode([...typing, '--check'], { quiet: true });

/** Whether the document is as redocly.yaml wants it. */
export const lintDocument = () =>
  runNode([bin('@redocly/cli', 'bin/cli.js'), 'lint', document, '--format=stylish'], {
    quiet: true,
    env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
