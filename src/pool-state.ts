import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PoolState } from './common/metrics.js';

/** Reads the state of the pool that requests share; all is zero before it is open. */
export const poolOf =
  ({ manager }: Pick<DataSource, 'manager'>) =>
  (): PoolState => {
    const { master } = manager.dataSource.driver as { master?: pg.Pool };
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = master ?? {};
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  };
