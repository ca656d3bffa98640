import { useState } from 'react';
import { today } from '../dates/dates';
import { useMembership } from '../frame/workspace';
import { type Planned, StepFields } from '../next-steps/StepFields';
import type { WishProps } from './wish';

/** What is to be done next on each of them: the same, by the same person, by the same day. */
export function NextStepWish({ onWish }: WishProps) {
  const membership = useMembership();
  const [planned, setPlanned] = useState<Planned>({ what: '', ownerId: membership.id, dueOn: today() });
  const put = (next: Planned) => {
    setPlanned(next);
    const what = next.what.trim();
    onWish(what && next.dueOn ? { nextStep: { what, ownerId: next.ownerId, dueOn: next.dueOn } } : undefined);
  };
  return <StepFields planned={planned} onPlanned={put} />;
}
