import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { useSayDate } from '../dates/When';
import type { Change } from './changes';

type Actor = Schema['ActorView'];

/** What happened, in words of one line: the page shows them, and the agenda that is copied has the same. */
export function useTell(): (change: Change) => string {
  const { t } = useTranslation();
  const say = useSayDate();
  const side = ({ axis }: Change) => (axis ? t(`axes.${axis}`) : '');
  const phase = (of: string | null) => (of ? t(`phases.${of as 'agreed'}`) : t('phases.none'));
  return (change) => {
    const { act, move, evidence, finding, objection, silence, deadline, step, closing, correction, by } = change;
    if (move) return t('changes.tells.moved', { side: side(change), from: move.from.label, to: move.to.label });
    if (evidence) return t('changes.tells.replied', { title: evidence.title ?? t('followUps.withdrawn') });
    if (finding)
      return t(finding.phase === finding.statePhase ? 'changes.tells.agrees' : 'changes.tells.found', {
        side: side(change),
        organization: by?.organization.name ?? '',
        phase: phase(finding.phase),
        state: phase(finding.statePhase),
      });
    if (objection) {
      const words = { side: side(change), organization: objection.organization.name, by: by?.organization.name ?? '' };
      if (act === 'objected') return t(objection.open ? 'changes.tells.objectedOpen' : 'changes.tells.objected', words);
      return t(
        act === 'objection-answered' ? 'changes.tells.objectionAnswered' : 'changes.tells.objectionWithdrawn',
        words,
      );
    }
    if (silence) {
      const words = { count: silence.days, since: say(silence.since), awaited: say(silence.awaitedOn) };
      return t(`changes.tells.${act as 'began' | 'reminded' | 'overran' | 'ended'}`, words);
    }
    if (deadline) {
      const words = {
        side: side(change),
        due: say(deadline.dueOn),
        first: say(deadline.firstDueOn),
        by: deadline.extendedBy ?? '',
        count: deadline.days ?? 0,
      };
      if (act === 'extended') return t('changes.tells.extended', words);
      if (act === 'met') return t(words.count > 0 ? 'changes.tells.metLate' : 'changes.tells.met', words);
      return t(deadline.metOn ? 'changes.tells.overdueThen' : 'changes.tells.overdue', words);
    }
    if (step) return `${t(`changes.steps.${act as 'open'}`)}: ${step.what}`;
    if (closing)
      return closing.kind
        ? t('recommendations.closedAs', { kind: t(`closing.kinds.${closing.kind as 'duplicate'}`) })
        : t('recommendations.reopened');
    return correction
      ? t('changes.tells.corrected', { side: side(change), was: correction.was.label, is: correction.is.label })
      : '';
  };
}

/** Who was behind it, and what else is to be known. */
export function useTellWho(): (change: Change) => string {
  const { t } = useTranslation();
  const say = useSayDate();
  const who = ({ name, organization }: Actor) => t('changes.who', { name, organization: organization.name });
  return ({ move, by, step, engagement, act }) => {
    if (step)
      return t('changes.does', { name: step.owner.name, organization: step.organization.name, due: say(step.dueOn) });
    if (engagement)
      return t('changes.engaged', {
        kind: t(`engagements.kinds.${engagement.kind as 'letter'}`),
        organization: engagement.organization.name,
        date: say(engagement.occurredOn),
      });
    const parts = [
      move?.claimedBy && t('changes.claimedBy', { who: who(move.claimedBy) }),
      by && act !== 'fell-due' && t(move?.claimedBy ? 'changes.checkedBy' : 'changes.recordedBy', { who: who(by) }),
      move?.waiting && t('changes.waiting'),
      move?.unchecked && t('followUps.unchecked'),
    ];
    return parts.filter((part) => typeof part === 'string').join('; ');
  };
}
