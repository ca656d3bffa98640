import { Module } from '@nestjs/common';
import { CheckedBytes } from './checked-bytes.js';
import { Custody } from './custody.js';
import { EvidenceEntry } from './evidence-entry.js';
import { EvidenceFilesController } from './evidence-files.controller.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { EvidenceReadersController } from './evidence-readers.controller.js';
import { EvidenceReadersService } from './evidence-readers.service.js';
import { EvidenceWithdrawalsController } from './evidence-withdrawals.controller.js';
import { EvidenceWithdrawalsService } from './evidence-withdrawals.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { FileKeys } from './file-keys.js';
import { FileReading } from './file-reading.js';
import { FileTaking } from './file-taking.js';
import { Holdings } from './holdings.js';
import { LevelWords } from './level-words.js';
import { OpenedWords } from './opened-words.interceptor.js';
import { OriginsService } from './origins.service.js';
import { ReaderRequestsController } from './reader-requests.controller.js';
import { ReaderRequestsService } from './reader-requests.service.js';
import { SealedWords } from './sealed-words.js';

@Module({
  controllers: [
    EvidenceFilesController,
    EvidenceController,
    EvidenceWithdrawalsController,
    EvidenceReadersController,
    ReaderRequestsController,
  ],
  providers: [
    EvidenceService,
    EvidenceFilesService,
    EvidenceWithdrawalsService,
    EvidenceReadersService,
    ReaderRequestsService,
    EvidenceEntry,
    Custody,
    CheckedBytes,
    FileReading,
    FileKeys,
    SealedWords,
    LevelWords,
    OpenedWords,
    FileTaking,
    OriginsService,
    Holdings,
  ],
  exports: [
    EvidenceService,
    EvidenceEntry,
    FileTaking,
    FileReading,
    FileKeys,
    CheckedBytes,
    Custody,
    SealedWords,
    LevelWords,
  ],
})
export class EvidenceModule {}
