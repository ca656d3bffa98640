import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { Recommendation, RecommendationTheme } from '../recommendations/recommendation.entity.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import { Theme } from '../taxonomy/theme.entity.js';
import { alreadySo } from './already-so.js';
import type { BulkThemeDto } from './bulk-wish.dto.js';
import type { Done, Present, SingleAct } from './single-act.js';

/** Puts a theme on a recommendation or takes it off; undone by the opposite, whatever other themes came or went since. */
@Injectable()
export class ThemeAct implements SingleAct<BulkThemeDto> {
  readonly permission = 'record.write';

  constructor(private readonly recommendations: RecommendationsService) {}

  async checkWish(tx: EntityManager, { themeId }: BulkThemeDto): Promise<void> {
    if (!(await tx.existsBy(Theme, { id: themeId }))) throw problems.notFound('/theme/themeId');
  }

  async present(tx: EntityManager, id: string): Promise<Present> {
    const recommendation = await tx.findOneBy(Recommendation, shownWhere({ id }));
    if (!recommendation) throw problems.notFound();
    const themes = await tx.find(RecommendationTheme, { where: { recommendationId: id }, order: { themeId: 'ASC' } });
    return { version: recommendation.version, stands: { themeIds: themes.map(({ themeId }) => themeId) } };
  }

  async perform(actor: Actor, id: string, at: Present, { themeId, change }: BulkThemeDto): Promise<null> {
    if (has(at, themeId) === (change === 'add')) throw alreadySo();
    await this.set(actor, id, at, themeId, change === 'add');
    return null;
  }

  async takeBack(
    tx: EntityManager,
    actor: Actor,
    { objectId }: Done,
    { themeId, change }: BulkThemeDto,
  ): Promise<void> {
    const at = await this.present(tx, objectId);
    if (has(at, themeId) !== (change === 'add'))
      throw problems.notAsThingsStand('changed-since', say`The theme was changed there since.`);
    await this.set(actor, objectId, at, themeId, change !== 'add');
  }

  private async set(
    actor: Actor,
    id: string,
    { version, stands: { themeIds = [] } }: Present,
    themeId: string,
    isOn: boolean,
  ): Promise<void> {
    const others = themeIds.filter((other) => other !== themeId);
    await this.recommendations.update(actor, id, version, { themeIds: isOn ? [...others, themeId] : others });
  }
}

const has = ({ stands }: Present, themeId: string): boolean => stands.themeIds?.includes(themeId) ?? false;
