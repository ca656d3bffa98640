import type { ButtonProps } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { useWorkspace } from '../frame/workspace';
import { TallyForm } from './TallyForm';

/** The way to count something and keep the number; then its page is shown. Quiet beside what a page is for. */
export function KeepTally({ variant }: Pick<ButtonProps, 'variant'>) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const show = (id: string) => void navigate({ to: '/w/$workspace/tallies/$id', params: { workspace, id } });
  return (
    <Dialog label={t('tallies.keep')} isWide variant={variant} leftSection={<IconPlus size={16} aria-hidden />}>
      {() => <TallyForm onKept={show} />}
    </Dialog>
  );
}
