import { useTranslation } from 'react-i18next';
import { useSayDate } from '../dates/When';
import type { Engagement } from './engagementDraft';

/** "Letter, June 2010". */
export function useSayEngagement(): (of: Pick<Engagement, 'kind' | 'occurredOn'>) => string {
  const { t } = useTranslation();
  const say = useSayDate();
  return ({ kind, occurredOn }) => `${t(`engagements.kinds.${kind}`)}, ${say(occurredOn)}`;
}
