// What every module stands on.

import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { OperatorGate } from './access/operator-gate.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditSeal } from './audit/audit-seal.js';
import { Reactions } from './audit/reactions.js';
import { BlobStore } from './blobs/blob-store.js';
import { FileLimits } from './blobs/file-limits.js';
import { KeyRing } from './blobs/key-ring.js';
import { openBlobStore } from './blobs/open-blob-store.js';
import { AuthKeys } from './auth/auth-keys.js';
import { Networks } from './auth/networks.js';
import { Origin } from './auth/origin.js';
import { RequestBounds } from './auth/request-bounds.js';
import { GuardedFetch } from './fetching/guarded-fetch.js';
import { Metrics } from './common/metrics.js';
import { poolOf } from './pool-state.js';
import { ServerLog } from './common/server-log.js';
import { isOnLoopback, REQUESTS_PER_MINUTE } from './address-settings.js';
import type { Configuration } from './configuration.js';
import { readKeys } from './master-key.js';
import { KeptAnswers } from './idempotency/kept-answers.js';
import { Jobs } from './jobs/jobs.js';

export interface Foundation {
  dataSource: Pick<DataSource, 'manager'>;
  configuration: Pick<
    Configuration,
    'masterKey' | 'origin' | 'logLevel' | 'isDemonstration' | 'dataFolder' | 's3' | 'maxFileBytes'
  > &
    Partial<Pick<Configuration, 'metricsToken' | 'trustedProxies' | 'keyFile' | 'requestsPerMinute' | 'intranetHosts'>>;
}

/** What all modules may ask for. */
const SHARED = [
  EntityManager,
  AuditSeal,
  AuthKeys,
  Networks,
  RequestBounds,
  Origin,
  OperatorGate,
  GuardedFetch,
  Metrics,
  ServerLog,
  BlobStore,
  KeyRing,
  FileLimits,
  Reactions,
  AuditLog,
  KeptAnswers,
  Jobs,
];

/** What every module stands on: the way to the database, the log of changes, and the settings. */
@Global()
@Module({})
export class FoundationModule {
  static register({ dataSource, configuration }: Foundation): DynamicModule {
    return {
      module: FoundationModule,
      providers: [
        { provide: EntityManager, useValue: dataSource.manager },
        { provide: AuditSeal, useValue: new AuditSeal(configuration.masterKey) },
        { provide: AuthKeys, useValue: new AuthKeys(configuration.masterKey) },
        { provide: KeyRing, useValue: keyRingOf(configuration) },
        { provide: Networks, useValue: new Networks(isBehindUnknownProxy(configuration)) },
        boundsOf(configuration),
        { provide: Origin, useValue: new Origin(configuration.origin) },
        {
          provide: OperatorGate,
          useValue: new OperatorGate(configuration.metricsToken, !isOnLoopback(configuration.origin)),
        },
        { provide: GuardedFetch, useValue: new GuardedFetch(new Set(configuration.intranetHosts)) },
        { provide: Metrics, useValue: new Metrics(poolOf(dataSource)) },
        { provide: ServerLog, useValue: new ServerLog(configuration.logLevel) },
        { provide: BlobStore, useValue: openBlobStore(configuration) },
        { provide: FileLimits, useValue: new FileLimits(configuration.maxFileBytes) },
        Reactions,
        AuditLog,
        KeptAnswers,
        Jobs,
      ],
      exports: SHARED,
    };
  }
}

/** Read each time: a rotation adds a key while the server runs. */
const keyRingOf = ({ keyFile, masterKey }: Foundation['configuration']): KeyRing =>
  new KeyRing(() => (keyFile === undefined ? [masterKey] : readKeys(keyFile)));

const boundsOf = ({ requestsPerMinute = REQUESTS_PER_MINUTE }: Foundation['configuration']): Provider => ({
  provide: RequestBounds,
  inject: [EntityManager, AuthKeys, Networks],
  useFactory: (manager: EntityManager, keys: AuthKeys, networks: Networks) =>
    new RequestBounds(manager, keys, networks, requestsPerMinute),
});

/** Then every request seems to come from the proxy. */
const isBehindUnknownProxy = ({ origin, trustedProxies = [] }: Foundation['configuration']): boolean =>
  trustedProxies.length === 0 && !isOnLoopback(origin);
