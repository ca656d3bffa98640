import { Module, type OnModuleDestroy } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { GuardedFetch } from '../fetching/guarded-fetch.js';
import { BegunSignIns } from './begun-sign-ins.js';
import { IdentityProvidersController } from './identity-providers.controller.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { KnownProviders } from './known-providers.js';
import { OwnIdentitiesController } from './own-identities.controller.js';
import { OwnIdentitiesService } from './own-identities.service.js';
import { ProviderExchange } from './provider-exchange.js';
import { ProviderSignInController } from './provider-sign-in.controller.js';
import { ProviderSignInService } from './provider-sign-in.service.js';
import { Subjects } from './subjects.js';

@Module({
  imports: [AuthModule],
  controllers: [IdentityProvidersController, OwnIdentitiesController, ProviderSignInController],
  providers: [
    IdentityProvidersService,
    OwnIdentitiesService,
    ProviderSignInService,
    KnownProviders,
    BegunSignIns,
    ProviderExchange,
    Subjects,
  ],
})
export class IdentityProvidersModule implements OnModuleDestroy {
  constructor(private readonly fetching: GuardedFetch) {}

  onModuleDestroy(): Promise<void> {
    return this.fetching.close();
  }
}
