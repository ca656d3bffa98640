import { applyDecorators, Controller, Get, Header } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ForOperator } from './access/requires.js';
import { refusals } from './common/refusals.js';
import { FileChecks } from './fixity/file-checks.js';
import { Metrics } from './common/metrics.js';

const AnswersToOperator = (): MethodDecorator => applyDecorators(...refusals(401, 404));
const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly files: FileChecks,
  ) {}

  /** What the process counts about itself, for Prometheus: requests by route, connections, lag, audit events, damaged files. No name, id or address. */
  @Get()
  @ForOperator()
  @Header('content-type', PROMETHEUS)
  @ApiResponse({
    status: 200,
    description: 'Metrics in the text format of Prometheus.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @AnswersToOperator()
  async read(): Promise<string> {
    this.metrics.found(await this.files.states().catch(() => []));
    return this.metrics.text();
  }
}
