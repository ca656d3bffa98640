import { Module } from '@nestjs/common';
import { PermissionsController } from '../access/permissions.controller.js';
import { AcceptancesController } from './acceptances.controller.js';
import { AcceptancesService } from './acceptances.service.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticationGuard } from './authentication.guard.js';
import { Callers } from './callers.js';
import { KnownDevice } from './known-device.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { PasswordGuard } from './password.guard.js';
import { OwnPasskeysController } from './own-passkeys.controller.js';
import { OwnPasskeysService } from './own-passkeys.service.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PasskeyCheck } from './passkey-check.js';
import { Passkeys } from './passkeys.js';
import { Passwords } from './passwords.js';
import { Installation } from './installation.service.js';
import { RecoveriesController } from './recoveries.controller.js';
import { RecoveriesService } from './recoveries.service.js';
import { FactorCheck } from './factor-check.js';
import { SecondFactorsController } from './second-factors.controller.js';
import { SecondFactorsService } from './second-factors.service.js';
import { SecondSteps } from './second-steps.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './tokens.service.js';
import { WhoIsHere } from './who-is-here.js';

@Module({
  controllers: [
    SignInController,
    MeController,
    PermissionsController,
    OwnPasskeysController,
    SecondFactorsController,
    AcceptancesController,
    RecoveriesController,
  ],
  providers: [
    Callers,
    AuthenticationGuard,
    Passwords,
    PasswordGuard,
    AccountsService,
    SessionCookie,
    KnownDevice,
    SignInLimits,
    SessionsService,
    FactorCheck,
    SecondFactorsService,
    SecondSteps,
    Passkeys,
    PasskeyChallenges,
    PasskeyCheck,
    OwnPasskeysService,
    SignInService,
    MeService,
    TokensService,
    AcceptancesService,
    RecoveriesService,
    Installation,
    WhoIsHere,
  ],
  exports: [
    AuthenticationGuard,
    AccountsService,
    Callers,
    MeService,
    RecoveriesService,
    Installation,
    WhoIsHere,
    SignInService,
    SignInLimits,
  ],
})
export class AuthModule {}
