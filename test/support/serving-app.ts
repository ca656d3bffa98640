// A running app on a database of its own, with the pool and the roles of production: for what commits or races.

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { servingDataSource } from '../../src/data-source.js';
import { createHttpApp } from '../../src/http.js';
import { PATIENCE } from '../../src/slow-clients.js';
import { createDatabase } from './postgres.js';
import { fileSettings, MASTER_KEY } from './settings.js';
import { ORIGIN } from './world.js';

export interface ServingApp {
  app: NestFastifyApplication;
  dataSource: DataSource;
  /** The database's owner reaches it here. */
  url: string;
  close: () => Promise<void>;
}

/** Starts it with all connections open: a race on a cold pool is won by whoever connects first. */
export async function openServingApp(
  origin = ORIGIN,
  connections = 10,
  files = fileSettings(),
  isDemonstration = false,
  patience = PATIENCE,
): Promise<ServingApp> {
  const url = await createDatabase();
  const { options } = servingDataSource(url);
  const dataSource = await new DataSource({
    ...options,
    extra: { ...(options.extra as object), max: connections },
  }).initialize();
  const configuration = {
    masterKey: MASTER_KEY,
    origin,
    logLevel: 'silent' as const,
    isDemonstration,
    ...files,
  };
  const app = await createHttpApp(AppModule.register({ dataSource, configuration }), [], patience);
  await Promise.all(Array.from({ length: connections }, () => dataSource.query('SELECT pg_sleep(0.05)')));
  const close = async (): Promise<void> => {
    await app.close();
    await dataSource.destroy();
  };
  return { app, dataSource, url, close };
}
