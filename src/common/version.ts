import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { problems } from './problem.js';
import { workspaceOf } from './workspace-of.js';
import { say } from './words.js';

/** The version in `If-Match`, which PATCH and DELETE must carry: 428 without it. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = ifMatch(context);
  if (version === undefined) throw problems.versionRequired();
  return version;
});

/** The version in `If-Match` where it is given. */
export const OptionalVersion = createParamDecorator((_: unknown, context: ExecutionContext) => ifMatch(context));

function ifMatch(context: ExecutionContext): number | undefined {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return undefined;
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw problems.invalidInput([
    { pointer: 'If-Match', code: 'invalid-etag', message: say`Send one ETag as it was given, for example "3".` },
  ]);
}

/**
 * Locks a row before anybody looks at it; 404 where the actor may not know it. Against everybody who locks or changes it,
 * not against those who only name it in a row of their own: with them it would wait in a circle. `also` says what else the row must be.
 */
export async function lockRow<Row extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
  pointer?: string,
  also: FindOptionsWhere<Row> = {},
): Promise<Row> {
  const workspaceId = workspaceOf(tx);
  const isInWorkspace = workspaceId !== undefined && 'workspaceId' in tx.dataSource.getMetadata(entity).propertiesMap;
  const where = { id, ...(isInWorkspace ? { workspaceId } : {}), ...also } as unknown as FindOptionsWhere<Row>;
  const row = await tx.findOne(entity, { where, lock: { mode: 'for_no_key_update' } });
  if (!row) throw problems.notFound(pointer);
  return row;
}

/** 412 where somebody changed the row since the caller read it. */
export function checkVersion(row: { version: number; updatedAt: Date }, expected: number | undefined): void {
  if (expected !== undefined && row.version !== expected)
    throw problems.stale(row.version, { updatedAt: row.updatedAt.toISOString() });
}
