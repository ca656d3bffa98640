import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { type Bulk, useConfirm, useProgress } from './bulk';
import { Outcomes } from './Outcomes';

interface PreviewProps {
  bulk: Bulk;
  onBack: () => void;
  onDone: (done: Bulk) => void;
}

/** What would change and what would not, and why; nothing has changed until the yes. */
export function Preview({ bulk, onBack, onDone }: PreviewProps) {
  const { t } = useTranslation();
  const confirm = useConfirm(bulk.id, onDone);
  const { allowed, refused } = bulk.counts;
  return (
    <Stack>
      <Text fw={600} role="status">
        {t('bulk.would', { allowed, refused })}
      </Text>
      <Outcomes title={t('bulk.wouldChange', { n: allowed })} items={bulk.allowed} by="change" />
      <Outcomes title={t('bulk.wouldStay', { n: refused })} items={bulk.refused} by="reason" />
      {confirm.isPending && <Working id={bulk.id} whole={allowed} />}
      <Refused error={confirm.error} />
      <Group>
        {allowed > 0 && (
          <Button onClick={() => confirm.mutate()} loading={confirm.isPending}>
            {t('bulk.do', { count: allowed })}
          </Button>
        )}
        <Button variant="default" onClick={onBack} disabled={confirm.isPending}>
          {t('bulk.back')}
        </Button>
      </Group>
    </Stack>
  );
}

/** How far it is. It goes on where somebody closes this. */
export function Working({ id, whole, isUndoing = false }: { id: string; whole: number; isUndoing?: boolean }) {
  const { t } = useTranslation();
  const counts = useProgress(id, true);
  const left = counts === undefined ? whole : isUndoing ? counts.done : counts.allowed;
  return (
    <Stack gap={4}>
      <Progress.Root size="lg">
        <Progress.Section value={(100 * (whole - left)) / Math.max(whole, 1)} aria-label={t('bulk.working')} />
      </Progress.Root>
      <Text size="sm" role="status">
        {t('bulk.soFar', { done: whole - left, whole })}
      </Text>
    </Stack>
  );
}
