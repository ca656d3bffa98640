import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { checkMasterKey } from './check-master-key.js';
import type { Configuration } from './configuration.js';
import { servingDataSource } from './data-source.js';
import type { Command } from './run-command.js';

/** The services without the routes, for a command that does something and ends. */
export async function openServices(
  configuration: Configuration,
  url: string,
  { onStop }: Pick<Command, 'onStop'>,
): Promise<INestApplicationContext> {
  const dataSource = await servingDataSource(url).initialize();
  onStop(() => dataSource.destroy());
  const foundation = AppModule.register({ dataSource, configuration });
  const app = await NestFactory.createApplicationContext(foundation, { logger: false, abortOnError: false });
  await checkMasterKey(app);
  return app;
}
