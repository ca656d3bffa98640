import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import type { ChosenItemDto } from './bulk-action.dto.js';
import type { BulkFilterDto } from './bulk-filter.dto.js';
import type { BulkActionKind } from './single-act.js';

const MOST = 200;
const PAGE = { limit: MOST, count: true, sort: 'code' };

interface Versioned {
  id: string;
  version: number;
}
interface Found {
  items: (Versioned & { response?: Versioned; implementation?: Versioned })[];
  nextCursor: string | null;
  count: number;
}

/** What a filter finds now, asked of the very list that shows it: whoever confirms later confirms these, whatever the filter finds then. */
@Injectable()
export class BulkSelection {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly recommendations: RecommendationsService,
  ) {}

  async found(actor: Actor, action: BulkActionKind, filter: BulkFilterDto): Promise<ChosenItemDto[]> {
    checkFits(action, filter);
    const { items, nextCursor, count } = (await this.list(actor, filter)).parsed<Found>();
    if (nextCursor !== null)
      throw problems.unfit('/filter', 'too-many', say`It finds ${String(count)}: at most ${String(MOST)} at once.`);
    if (items.length === 0) throw problems.unfit('/filter', 'nothing-found', say`It finds nothing.`);
    return items
      .map((item) => (filter.axis ? (item[filter.axis] ?? item) : item))
      .map(({ id, version }) => ({ id, version }));
  }

  private list(actor: Actor, { followUps, recommendations }: BulkFilterDto): Promise<JsonText> {
    return recommendations
      ? this.recommendations.list(actor, { ...PAGE, ...recommendations })
      : this.followUps.list(actor, { ...PAGE, ...followUps });
  }
}

/** Which list an action chooses from, and whether it needs an axis: 422 for anything else. */
function checkFits(action: BulkActionKind, { followUps, axis, recommendations }: BulkFilterDto): void {
  if (action === 'nextStepDone')
    throw problems.unfit('/filter', 'other-list', say`"${action}" takes "items", and no filters.`);
  const needsAxis = action === 'transition' || action === 'evidence';
  const [wanted, other] = action === 'theme' ? ['recommendations', followUps] : ['followUps', recommendations];
  if (other !== undefined || (action === 'theme' ? recommendations : followUps) === undefined)
    throw problems.unfit('/filter', 'other-list', say`"${action}" takes the filters under "${wanted}", and no others.`);
  if (needsAxis === (axis === undefined))
    throw problems.unfit(
      '/filter/axis',
      'axis',
      needsAxis ? say`Say which track: "response" or "implementation".` : say`"${action}" does not concern a track.`,
    );
}
