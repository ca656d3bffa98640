import pg from 'pg';
import { DataSource, type DataSourceOptions, DefaultNamingStrategy, type Table } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

/** Names as PostgreSQL itself gives them, so that entities and plain SQL migrations agree. */
class PostgresNaming extends DefaultNamingStrategy {
  override tableName(className: string, custom: string | undefined): string {
    return custom ?? snake(className);
  }
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${tableName(table)}_${columns.join('_')}_fkey`.slice(0, 63);
  }
  override primaryKeyName(table: Table | string): string {
    return `${tableName(table)}_pkey`;
  }
}

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const tableName = (table: Table | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '';

/** How migrations reach the database: as its owner. */
export function dataSourceOptions(url: string, more = ''): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new PostgresNaming(),
    extra: { options: `-c TimeZone=UTC ${more}` },
  };
}

/** Without a listener a connection that is cut would end the process: TypeORM has none while it hands one over or back. */
class LastingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/**
 * A named statement is planned once for all values: planning a list under the row policies takes ten times as long as reading
 * a page of it. Such a plan may be older than most rows of its tables. Joined in the order in which they are written, which
 * begins with the page, tables can't be multiplied with each other by a plan that was made when they were small.
 */
export const PLANNING = '-c plan_cache_mode=force_generic_plan -c join_collapse_limit=1 -c jit=off';

/** How requests reach it: connections that may do nothing until `inWorkspace` or sign-in gives them a role. */
export function servingDataSource(url: string): DataSource {
  return new DataSource({
    ...dataSourceOptions(url),
    migrations: [],
    extra: {
      options: `-c TimeZone=UTC -c role=heed_nobody -c statement_timeout=15000 -c lock_timeout=5000 ${PLANNING}`,
      Client: LastingClient,
      max: 10,
      pipeline: true,
    },
  });
}
