import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import type { Indicator, Observation } from './figure';
import { ObservationForm } from './ObservationForm';

/** Puts another figure in the place of one that was entered wrongly. */
export function Correct({ indicator, observation }: { indicator: Indicator; observation: Observation }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('figures.correct')} title={t('figures.correctTitle')} variant="default" size="xs">
      {(close) => (
        <>
          <Text size="sm" mb="sm">
            {t('figures.correctMeans')}
          </Text>
          <ObservationForm indicator={indicator} corrects={observation} onSaved={close} />
        </>
      )}
    </Dialog>
  );
}
