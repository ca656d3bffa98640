// A database as the release before an update left it, with an owner whom the row policies bind.

import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { migrations } from '../../src/migrations.js';
import { Factories } from '../factories/factories.js';
import { createEmptyDatabase } from './postgres.js';

export interface ReleaseBefore {
  url: string;
  /** Reads and writes past every wall. */
  superuser: DataSource;
  a: Factories;
  close: () => Promise<void>;
}

/** Migrated up to, and without, the migration whose class name begins so. */
export async function releaseBefore(migration: string): Promise<ReleaseBefore> {
  const { url, superuserUrl, dropRole } = await createEmptyDatabase(`heed_test_${randomBytes(6).toString('hex')}`);
  const end = migrations.findIndex(({ name }) => name.startsWith(migration));
  if (end < 0) throw new Error(`There is no migration ${migration}.`);
  const owner = await new DataSource({ ...dataSourceOptions(url), migrations: migrations.slice(0, end) }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const superuser = await new DataSource(dataSourceOptions(superuserUrl)).initialize();
  const close = async (): Promise<void> => {
    await superuser.destroy();
    await dropRole();
  };
  return { url, superuser, a: await Factories.inNewWorkspace(superuser.manager), close };
}
