import { applyDecorators, Controller, Get } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { EntityManager } from 'typeorm';
import { Anonymous } from './access/requires.js';
import { refusals } from './common/refusals.js';
import { problems } from './common/problem.js';
import { HealthView } from './health.dto.js';

const AnswersUnready = (): MethodDecorator => applyDecorators(...refusals(503));
const OK: HealthView = { status: 'ok' };

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly manager: EntityManager) {}

  /** Whether the process runs. */
  @Get('live')
  @Anonymous()
  @ApiResponse({ status: 200, type: HealthView, description: 'It runs.' })
  live(): HealthView {
    return OK;
  }

  /** Whether the process can serve: the database answers. */
  @Get('ready')
  @Anonymous()
  @ApiResponse({ status: 200, type: HealthView, description: 'The database answers.' })
  @AnswersUnready()
  async ready(): Promise<HealthView> {
    await this.manager.query('SELECT 1').catch(() => {
      throw problems.unavailable();
    });
    return OK;
  }
}
