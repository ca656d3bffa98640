// The command `npm run openapi`: writes the contract as the code has it to docs/api/openapi.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { dataSourceOptions } from './data-source.js';
import { createHttpApp } from './http.js';
import { describeApi } from './openapi.js';

// Describing asks no database: the manager is never connected.
const { manager } = new DataSource(dataSourceOptions('postgres://localhost/none'));
const app = await createHttpApp(
  AppModule.register({
    dataSource: { manager },
    configuration: {
      masterKey: Buffer.alloc(32),
      origin: 'http://localhost:3000',
      logLevel: 'silent',
      isDemonstration: false,
      dataFolder: '.heed',
      s3: undefined,
      maxFileBytes: 1,
    },
  }),
);
mkdirSync('docs/api', { recursive: true });
writeFileSync('docs/api/openapi.json', `${JSON.stringify(await describeApi(app), null, 2)}\n`);
await app.close();
