import { useTranslation } from 'react-i18next';
import type { Condition, EvidenceCondition, Read } from './definition';

/** What a transition requires, in plain words: one kind of condition, one sentence. */
export function useSayCondition(read: Read): (condition: Condition) => string {
  const { t, i18n } = useTranslation();
  const sayEvidence = useSayEvidence();
  const or = (words: string[]): string => new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(words);
  const states = (keys: string[]): string => or(keys.map((key) => read.state(key).label));
  const say = (condition: Condition): string => {
    switch (condition.is) {
      case 'has-evidence':
        return sayEvidence(condition);
      case 'has-role':
        return t('workflows.conditions.has-role', {
          roles: or(condition.roles.map((role) => t(`workflows.roles.${role as 'editor'}`))),
        });
      case 'note-when-from':
      case 'response-in':
        return t(`workflows.conditions.${condition.is}`, { states: states(condition.states) });
      case 'other-person-than':
      case 'other-organization-than':
        return t(`workflows.conditions.${condition.is}`, { transition: read.transition(condition.transition) });
      case 'coded-by':
        return t('workflows.conditions.coded-by', {
          who: or(condition.who.map((who) => t(`workflows.coders.${who as 'state'}`, { defaultValue: who }))),
        });
      case 'any-of':
        return t('workflows.conditions.any-of', { either: condition.conditions.map(say).join(t('workflows.or')) });
      default:
        return t(`workflows.conditions.${condition.is}`);
    }
  };
  return say;
}

function useSayEvidence(): (condition: EvidenceCondition) => string {
  const { t, i18n } = useTranslation();
  return ({ count, kinds, stance, credibility, independentOrigins, shows, quote, locator }) => {
    const or = (words: string[]): string => new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(words);
    const details = [
      kinds && or(kinds.map((kind) => t(`workflows.evidence.kinds.${kind}`))),
      shows && t(`workflows.evidence.shows.${shows}`),
      stance && or(stance.map((one) => t(`workflows.evidence.stance.${one}`))),
      independentOrigins && t('workflows.evidence.origins', { n: independentOrigins }),
      credibility && t(`workflows.evidence.credibility.${String(credibility) as '1'}`),
      quote && t('workflows.evidence.quote'),
      locator && t('workflows.evidence.locator'),
    ].filter((words): words is string => typeof words === 'string' && words !== '');
    const pieces = t('workflows.evidence.pieces', { n: count });
    return details.length > 0 ? t('workflows.evidence.with', { pieces, details: details.join(', ') }) : pieces;
  };
}
