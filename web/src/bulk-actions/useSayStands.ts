import { useTranslation } from 'react-i18next';
import { useSayDate } from '../dates/When';
import type { Item } from './bulk';

/** How a thing stands in what the act is about, in words. */
export function useSayStands(): (stands: Item['before'], item: Item) => string {
  const { t, i18n } = useTranslation();
  const sayDate = useSayDate();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (stands, { axis, after }) => {
    if (!stands) return t('bulk.nothing');
    if (stands.themes) return list.format(stands.themes.map(({ label }) => label)) || t('bulk.noTheme');
    if (stands.label) return stands.label;
    if (stands.stance) return t(`followUps.stances.${stands.stance}`);
    if (stands.step && stands.stepState)
      return t('bulk.stepStands', { what: stands.step, state: t(`nextSteps.states.${stands.stepState}`) });
    if (stands.dueOns) return list.format(stands.dueOns.map(sayDate)) || t('followUps.noDue');
    if (after?.step) return t('bulk.noStep');
    if (axis) return t('bulk.notAttached');
    return stands.owner?.name ?? t('followUps.noOwner');
  };
}
