import { Module } from '@nestjs/common';
import { FileChecks } from './file-checks.js';
import { SaidChecks } from './said-checks.js';

@Module({ providers: [FileChecks, SaidChecks], exports: [FileChecks, SaidChecks] })
export class FixityModule {}
