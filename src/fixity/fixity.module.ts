import { Module } from '@nestjs/common';
import { FileChecks } from './file-checks.js';

@Module({ providers: [FileChecks], exports: [FileChecks] })
export class FixityModule {}
