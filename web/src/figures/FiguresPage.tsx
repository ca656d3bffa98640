import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Found } from '../frame/Found';
import { Page } from '../frame/Page';
import { useMay, useWorkspace } from '../frame/workspace';
import { useIndicators } from './figure';
import { FigureRows } from './FigureRows';
import { IndicatorForm } from './IndicatorForm';

/** What is measured, and what was said of each for its latest time. */
export function FiguresPage() {
  const { t } = useTranslation();
  const pages = useIndicators(undefined, 50);
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={t('pages.figures')}
      about={t(mayWrite ? 'figures.lead' : 'figures.leadAsk')}
      actions={mayWrite && <Add />}
    >
      <Found pages={pages} none={t('figures.none')} noneWhy={t('figures.noneWhy')}>
        <FigureRows rows={pages.items} />
      </Found>
    </Page>
  );
}

function Add() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const show = (id: string) => void navigate({ to: '/w/$workspace/figures/$id', params: { workspace, id } });
  return (
    <Dialog label={t('figures.add')} isWide leftSection={<IconPlus size={16} aria-hidden />}>
      {() => <IndicatorForm onSaved={({ id }) => show(id)} />}
    </Dialog>
  );
}
