import type { FollowUpView } from '../follow-ups/follow-up.view.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { type Desk, everything, idOf } from './desk.js';
import type { Known } from './enter-follow-ups.js';

/** The follow-up of a recommendation with an addressee, by their codes; throws where it was never entered. */
export async function findFollowUp(
  { app, actor }: Desk,
  content: { recommendation: string; addressee: string },
  { recommendations, addressees }: Pick<Known, 'recommendations' | 'addressees'>,
): Promise<FollowUpView> {
  const recommendation = [idOf(recommendations, content.recommendation)];
  const followUps = app.get(FollowUpsService);
  const found = await everything<FollowUpView>((page) =>
    followUps.list(actor, { ...page, sort: 'code', recommendation }),
  );
  const followUp = found.find(({ addressee }) => addressee.id === idOf(addressees, content.addressee));
  if (!followUp) throw new Error('The demonstration speaks of a follow-up that it does not have.');
  return followUp;
}
