import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Dialog } from '../frame/Dialog';
import { Remove } from '../frame/Remove';
import type { Indicator } from './figure';
import { IndicatorForm } from './IndicatorForm';
import { ObservationForm } from './ObservationForm';

/** What an editor may do with it. What was observed can't be taken back, so it is deleted only while nothing was. */
export function FigureActs({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  return (
    <>
      <Dialog label={t('figures.observe')} leftSection={<IconPlus size={16} aria-hidden />}>
        {(close) => <ObservationForm indicator={indicator} onSaved={close} />}
      </Dialog>
      <Dialog label={t('figures.edit')} isWide variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
        {(close) => <IndicatorForm read={indicator} onSaved={close} />}
      </Dialog>
      <Remove
        noun="figures"
        row={indicator}
        name={({ title }) => title}
        means={t('figures.removeMeans')}
        whyNot={indicator.observationCount > 0 ? t('figures.saidMeanwhile') : undefined}
        remove={(workspace, { id, version }) =>
          answer(
            client.DELETE('/api/v1/workspaces/{workspace}/indicators/{id}', {
              params: { path: { workspace, id }, header: ifMatch(version) },
            }),
          )
        }
      />
    </>
  );
}
