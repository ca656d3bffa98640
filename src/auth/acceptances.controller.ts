import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Anonymous, type HeedRequest } from '../access/requires.js';
import { AcceptInvitationDto, type OfferView } from './acceptance.dto.js';
import { AcceptancesService } from './acceptances.service.js';
import { AnswersAcceptance, AnswersOffer } from './answers.js';
import type { MyMembershipView } from './me.dto.js';

@ApiTags('sign-in')
@Controller('auth/invitations')
export class AcceptancesController {
  constructor(private readonly acceptances: AcceptancesService) {}

  /** Says what an invitation is for, to whoever holds its link. 404 for one that is unknown, used, withdrawn or lapsed, alike. */
  @Get(':token')
  @Anonymous()
  @AnswersOffer()
  get(@Param('token') token: string, @Req() request: HeedRequest): Promise<OfferView> {
    return this.acceptances.get(token, request);
  }

  /** Accepts an invitation: makes an account where the address has none, and the membership. The link works once. */
  @Post(':token')
  @Anonymous()
  @AnswersAcceptance()
  create(
    @Param('token') token: string,
    @Body() dto: AcceptInvitationDto,
    @Req() request: HeedRequest,
  ): Promise<MyMembershipView> {
    return this.acceptances.create(token, dto, request);
  }
}
