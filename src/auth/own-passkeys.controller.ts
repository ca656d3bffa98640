import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../access/actor.js';
import { CurrentIdentity, SignedInInPerson } from '../access/requires.js';
import { AnswersResult, AnswersSecret } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import { OwnPasskeysService } from './own-passkeys.service.js';
import { BegunPasskeyView, ConfirmPasskeyDto } from './passkey.dto.js';
import { AddSecondFactorDto, RecoveryCodesView } from './second-factor.dto.js';

@ApiTags('me')
@Controller('me/second-factors/passkeys')
export class OwnPasskeysController {
  constructor(private readonly passkeys: OwnPasskeysService) {}

  /**
   * Begins to add a passkey: answers what the browser is to be asked. 409 `passkeys-need-a-name` where the server is reached at an
   * address of numbers. With a second factor already it asks for a sign-in within the last 10 minutes. Not for tokens.
   */
  @Post()
  @SignedInInPerson()
  @AnswersSecret(BegunPasskeyView, 409, 422, 429)
  begin(@CurrentIdentity() identity: Identity, @Body() dto: AddSecondFactorDto): Promise<BegunPasskeyView> {
    return this.passkeys.begin(identity, dto);
  }

  /** Confirms with what the browser answered: from now on signing in asks for it, and all other sessions end. Answers recovery codes this once. */
  @Post(':id/confirmation')
  @HttpCode(200)
  @SignedInInPerson()
  @AnswersResult(RecoveryCodesView, 404, 409, 422)
  confirm(
    @CurrentIdentity() identity: Identity,
    @Param('id', IdPipe) id: string,
    @Body() dto: ConfirmPasskeyDto,
  ): Promise<RecoveryCodesView> {
    return this.passkeys.confirm(identity, id, dto);
  }
}
