import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { VersionView } from './version.dto.js';
import { VersionsService } from './versions.service.js';

type Answer = Promise<JsonText>;

@ApiTags('versions')
@Controller('workspaces/:workspace')
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

  /** Lists the versions of a recommendation: who changed what, from what to what. Newest first. */
  @Get('recommendations/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofRecommendation(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'recommendations', id, query);
  }

  /** Lists the versions of a source. Newest first. */
  @Get('sources/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofSource(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'sources', id, query);
  }

  /** Lists the versions of an addressee. Newest first. */
  @Get('addressees/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofAddressee(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'addressees', id, query);
  }

  /** Lists the versions of a theme. Newest first. */
  @Get('themes/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofTheme(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'themes', id, query);
  }

  /** Lists the versions of an organization. Newest first. */
  @Get('organizations/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofOrganization(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'organizations', id, query);
  }

  /** Lists the versions of a piece of evidence. Those of a restricted one hold its words: reading them is recorded as opening it. Newest first. */
  @Get('evidence/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofEvidence(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'evidence', id, query);
  }

  /** Lists the versions of a follow-up: what was edited. What moved its tracks is in their transitions. Newest first. */
  @Get('follow-ups/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofFollowUp(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'follow-ups', id, query);
  }

  /** Lists the versions of an engagement. Newest first. */
  @Get('engagements/:id/versions')
  @Requires('record.read')
  @AnswersPage(VersionView)
  ofEngagement(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Answer {
    return this.versions.list(actor, 'engagements', id, query);
  }
}
