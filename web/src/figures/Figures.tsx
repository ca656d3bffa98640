import { Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Unfolding } from '../frame/Unfolding';
import { useMay } from '../frame/workspace';
import type { Ask } from '../engagements/engagementDraft';
import { useIndicators } from './figure';
import { FigureRows } from './FigureRows';
import { IndicatorForm } from './IndicatorForm';

/** On the page of a recommendation: what is measured of it. Read when somebody asks for it. */
export function Figures({ ask }: { ask: Ask }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Unfolding title={t('figures.title')} about={t('figures.lead')} acts={mayWrite && <Add ask={ask} />}>
      <Listed of={ask.id} />
    </Unfolding>
  );
}

function Add({ ask: { id, code, title } }: { ask: Ask }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('figures.add')} isWide variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
      {(close) => <IndicatorForm begun={[{ id, code, title }]} onSaved={close} />}
    </Dialog>
  );
}

function Listed({ of }: { of: string }) {
  const { t } = useTranslation();
  const pages = useIndicators(of, 20);
  return (
    <Read query={pages}>
      {() =>
        pages.items.length === 0 ? (
          <Text size="sm">{t('figures.noneHere')}</Text>
        ) : (
          <>
            <FigureRows rows={pages.items} />
            <ShowMore pages={pages} />
          </>
        )
      }
    </Read>
  );
}
