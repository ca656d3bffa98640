import { Module, type OnModuleDestroy } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { Fetcher } from '../fetching/fetcher.js';
import { LinkCopiesController } from './link-copies.controller.js';
import { LinkCopiesService } from './link-copies.service.js';
import { LinkFetching } from './link-fetching.js';

@Module({
  imports: [EvidenceModule],
  controllers: [LinkCopiesController],
  providers: [LinkCopiesService, LinkFetching, { provide: Fetcher, useFactory: () => new Fetcher() }],
  exports: [LinkCopiesService, LinkFetching, Fetcher],
})
export class LinkCopiesModule implements OnModuleDestroy {
  constructor(private readonly fetcher: Fetcher) {}

  onModuleDestroy(): Promise<void> {
    return this.fetcher.close();
  }
}
