import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../access/actor.js';
import { CurrentIdentity, SignedInInPerson, SignedInJustNow, SignedInLately } from '../access/requires.js';
import { AnswersNothing, AnswersPage, AnswersResult, AnswersSecret } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import {
  AddSecondFactorDto,
  BegunAuthenticatorView,
  ConfirmAuthenticatorDto,
  RecoveryCodesLeftView,
  RecoveryCodesView,
  SecondFactorView,
} from './second-factor.dto.js';
import { SecondFactorsService } from './second-factors.service.js';

@ApiTags('me')
@Controller('me')
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsService) {}

  /** Lists one's own second factors, newest first; never their secrets. Not for tokens. */
  @Get('second-factors')
  @SignedInInPerson()
  @AnswersPage(SecondFactorView)
  list(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<JsonText> {
    return this.factors.list(identity, query);
  }

  /** Begins to add an app that makes codes: answers its secret this once. With a second factor already it asks for a sign-in within the last 10 minutes. Not for tokens. */
  @Post('second-factors/authenticators')
  @SignedInInPerson()
  @AnswersSecret(BegunAuthenticatorView, 422, 429)
  addAuthenticator(
    @CurrentIdentity() identity: Identity,
    @Body() dto: AddSecondFactorDto,
  ): Promise<BegunAuthenticatorView> {
    return this.factors.addAuthenticator(identity, dto);
  }

  /** Confirms with one right code that the app has the secret: from now on signing in asks for it, and all other sessions end. Answers recovery codes this once. */
  @Post('second-factors/authenticators/:id/confirmation')
  @HttpCode(200)
  @SignedInInPerson()
  @AnswersResult(RecoveryCodesView, 404, 422, 429)
  confirmAuthenticator(
    @CurrentIdentity() identity: Identity,
    @Param('id', IdPipe) id: string,
    @Body() dto: ConfirmAuthenticatorDto,
  ): Promise<RecoveryCodesView> {
    return this.factors.confirmAuthenticator(identity, id, dto);
  }

  /** Takes a second factor away. Asks for a sign-in within the last minute, which takes one. */
  @Delete('second-factors/:id')
  @HttpCode(204)
  @SignedInJustNow()
  @AnswersNothing(404)
  remove(@CurrentIdentity() identity: Identity, @Param('id', IdPipe) id: string): Promise<void> {
    return this.factors.remove(identity, id);
  }

  /** Says how many recovery codes are left. Not for tokens. */
  @Get('recovery-codes')
  @SignedInInPerson()
  @AnswersResult(RecoveryCodesLeftView)
  countRecoveryCodes(@CurrentIdentity() identity: Identity): Promise<RecoveryCodesLeftView> {
    return this.factors.countRecoveryCodes(identity);
  }

  /** Makes ten new recovery codes, answered this once; the old ones end. Asks for a sign-in within the last 10 minutes. */
  @Post('recovery-codes')
  @SignedInLately()
  @AnswersSecret(RecoveryCodesView, 409)
  renewRecoveryCodes(@CurrentIdentity() identity: Identity): Promise<RecoveryCodesView> {
    return this.factors.renewRecoveryCodes(identity);
  }
}
