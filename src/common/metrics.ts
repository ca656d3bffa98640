import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How many connections to the database are in each state. */
export interface PoolState {
  /** Doing something for a request. */
  inUse: number;
  /** Open and waiting for work. */
  idle: number;
  /** Requests that wait for one. */
  waiting: number;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NANOSECONDS = 1e9;

/**
 * What the process counts about itself, for Prometheus. Labels are templates of routes, methods and states: never an
 * address, an id, a slug or a name.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly lag = monitorEventLoopDelay({ resolution: 20 });
  private readonly requests = new Counter({
    name: 'heed_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'heed_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly files = new Gauge({
    name: 'heed_files',
    help: 'Stored files by how they were found when they were read last.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly fileAge = new Gauge({
    name: 'heed_file_check_age_seconds',
    help: 'Since the file was read that waits longest.',
    registers: [this.registry],
  });
  private readonly auditEvents = new Counter({
    name: 'heed_audit_events_total',
    help: 'Audit events that were written, also by transactions that were taken back afterwards.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  /** `pool` is asked whenever somebody reads. */
  constructor(pool: () => PoolState) {
    this.lag.enable();
    this.watchPool(pool);
    this.watchLag();
    this.watchProcess();
  }

  /** A request was answered; `route` is the template that it fell under. */
  answered(method: string, route: string, status: number, milliseconds: number): void {
    this.requests.inc({ method, route, status });
    this.durations.observe({ method, route }, milliseconds / 1000);
  }

  /** An audit event was written. */
  recorded(outcome: 'allow' | 'deny'): void {
    this.auditEvents.inc({ outcome });
  }

  /** How files were found; `age` in seconds. */
  found(states: { outcome: string; files: number; age: number }[]): void {
    this.files.reset();
    for (const outcome of ['whole', 'changed', 'missing', 'locked']) this.files.set({ outcome }, 0);
    for (const { outcome, files } of states) this.files.set({ outcome }, files);
    this.fileAge.set(Math.max(0, ...states.map(({ age }) => age)));
  }

  /** Everything, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private watchPool(pool: () => PoolState): void {
    this.gauge('heed_database_connections', 'Connections to the database, and requests that wait for one.', (gauge) => {
      const { inUse, idle, waiting } = pool();
      gauge.set({ state: 'in-use' }, inUse);
      gauge.set({ state: 'idle' }, idle);
      gauge.set({ state: 'waiting' }, waiting);
    });
  }

  /** Since the last reading: a peak is told once. */
  private watchLag(): void {
    this.gauge('heed_event_loop_lag_seconds', 'How late timers were since the last reading.', (gauge) => {
      gauge.set({ state: 'median' }, this.lag.percentile(50) / NANOSECONDS);
      gauge.set({ state: 'p99' }, this.lag.percentile(99) / NANOSECONDS);
      gauge.set({ state: 'max' }, this.lag.max / NANOSECONDS);
      this.lag.reset();
    });
  }

  private watchProcess(): void {
    this.gauge('heed_process_memory_bytes', 'Memory of the process.', (gauge) => {
      const { rss, heapUsed } = process.memoryUsage();
      gauge.set({ state: 'resident' }, rss);
      gauge.set({ state: 'heap' }, heapUsed);
    });
    this.gauge('heed_process_uptime_seconds', 'Since the process was started.', (gauge) => {
      gauge.set(process.uptime());
    });
  }

  private gauge(name: string, help: string, read: (gauge: Gauge<'state'>) => void): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      labelNames: ['state'],
      registers,
      collect() {
        read(this);
      },
    });
  }
}
