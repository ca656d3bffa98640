import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../frame/workspace';
import type { Proposal } from './intake';

/** The way to the last step, once there is something to record. */
export function ToRecord({ id, proposals }: { id: string; proposals: Proposal[] }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const count = proposals.filter(({ state }) => state === 'accepted').length;
  if (count === 0) return null;
  return (
    <Button
      rightSection={<IconArrowRight size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/w/$workspace/intake/$id/record" params={{ workspace, id }} />}
    >
      {t('intake.toRecord', { count })}
    </Button>
  );
}
