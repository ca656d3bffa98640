import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '../access/actor.js';
import { CurrentIdentity, SignedIn, SignedInInPerson, SignedInLately } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersNothing, AnswersPage, AnswersResult, AnswersSecret } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { ChangePasswordDto, MeView, SessionView } from './me.dto.js';
import { MeService } from './me.service.js';
import { CreatedTokenView, CreateTokenDto, TokenView } from './token.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly tokens: TokensService,
  ) {}

  /** Says who is signed in, and the workspaces they are a member of today. */
  @Get()
  @SignedIn()
  @AnswersResult(MeView)
  get(@CurrentIdentity() identity: Identity): Promise<JsonText> {
    return this.me.get(identity);
  }

  /** Changes one's password and ends all other sessions. Not for tokens. */
  @Patch('password')
  @HttpCode(204)
  @SignedInInPerson()
  @AnswersNothing(422, 429)
  changePassword(@CurrentIdentity() identity: Identity, @Body() dto: ChangePasswordDto): Promise<void> {
    return this.me.changePassword(identity, dto);
  }

  /** Lists one's own sessions that still count, newest first. Not for tokens. */
  @Get('sessions')
  @SignedInInPerson()
  @AnswersPage(SessionView)
  listSessions(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<JsonText> {
    return this.me.listSessions(identity, query);
  }

  /** Ends one of one's own sessions at once, on whatever browser it is. Not for tokens. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @SignedInInPerson()
  @AnswersNothing()
  endSession(@CurrentIdentity() identity: Identity, @Param('id', IdPipe) id: string): Promise<void> {
    return this.me.endSession(identity, id);
  }

  /** Lists one's own tokens that still count, newest first; never their secrets. Not for tokens. */
  @Get('tokens')
  @SignedInInPerson()
  @AnswersPage(TokenView)
  listTokens(@CurrentIdentity() identity: Identity, @Query() query: PageQuery): Promise<JsonText> {
    return this.tokens.list(identity, query);
  }

  /** Makes a token for a program; its secret is answered this once. Asks for a sign-in within the last 10 minutes. */
  @Post('tokens')
  @SignedInLately()
  @AnswersSecret(CreatedTokenView, 404, 422)
  createToken(@CurrentIdentity() identity: Identity, @Body() dto: CreateTokenDto): Promise<CreatedTokenView> {
    return this.tokens.create(identity, dto);
  }

  /** Ends one of one's own tokens at once. Not for tokens. */
  @Delete('tokens/:id')
  @HttpCode(204)
  @SignedInInPerson()
  @AnswersNothing()
  endToken(@CurrentIdentity() identity: Identity, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.end(identity, id);
  }
}
