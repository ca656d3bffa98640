import type { INestApplicationContext } from '@nestjs/common';

export async function loadDemonstration(_app: INestApplicationContext): Promise<void> {
  await Promise.resolve();
}
