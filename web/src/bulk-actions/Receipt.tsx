import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { type Bulk, useUndo } from './bulk';
import { Outcomes } from './Outcomes';
import { Working } from './Preview';

/** What was done and what was not, with the step back; and after it what was put back. */
export function Receipt({ bulk, onClose }: { bulk: Bulk; onClose: () => void }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(bulk);
  const undo = useUndo(bulk.id, t('bulk.undoNote'), setNow);
  const { done, refused, undone, kept } = now.counts;
  const isUndone = now.undoneAt !== null;
  return (
    <Stack>
      <Text fw={600} role="status">
        {isUndone ? t('bulk.undone', { undone, kept }) : t('bulk.done', { done, refused })}
      </Text>
      <Outcomes title={t('bulk.changed', { n: done })} items={now.done} by="change" />
      <Outcomes title={t('bulk.stayed', { n: refused })} items={now.refused} by="reason" />
      <Outcomes title={t('bulk.keptSo', { n: kept })} items={now.kept} by="reason" />
      {undo.isPending && <Working id={bulk.id} whole={done} isUndoing />}
      <Refused error={undo.error} />
      <Group>
        <Button onClick={onClose}>{t('frame.close')}</Button>
        {!isUndone && done > 0 && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('bulk.undo', { count: done })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
