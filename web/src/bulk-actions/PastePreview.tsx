import { Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { Outcomes } from './Outcomes';
import type { LeftOut } from './plan';
import type { Checked } from './useCheckBlock';
import { canBePutBack, useWorkThrough } from './useWorkThrough';

interface PastePreviewProps {
  checked: Checked;
  onBack: () => void;
  onClose: () => void;
}

/** What a block would change, what the server would not do, what was not understood; then what was done, with the step back. */
export function PastePreview({ checked: { block, bulks, leftOut }, onBack, onClose }: PastePreviewProps) {
  const { t } = useTranslation();
  const { now, step, work, undo, progress } = useWorkThrough(bulks);
  const of = (state: 'allowed' | 'refused' | 'done' | 'undone' | 'kept') => now.flatMap((bulk) => bulk[state]);
  const counts = { allowed: of('allowed').length, refused: of('refused').length, done: of('done').length };
  const [undone, kept] = [of('undone').length, of('kept').length];
  const back = now.filter(canBePutBack).reduce((sum, bulk) => sum + bulk.counts.done, 0);
  const isWorking = work.isPending || undo.isPending;
  return (
    <Stack>
      <Text fw={600} role="status">
        {step === 'preview' && t('bulk.would', counts)}
        {step === 'done' && t('bulk.done', counts)}
        {step === 'undone' && t('bulk.undone', { undone, kept })}
      </Text>
      {block.unknown.length > 0 && (
        <Text size="sm">{t('paste.unknownHeadings', { names: block.unknown.join(', ') })}</Text>
      )}
      <Outcomes title={t('bulk.wouldChange', { n: counts.allowed })} items={of('allowed')} by="change" />
      <Outcomes title={t('bulk.changed', { n: counts.done })} items={of('done')} by="change" />
      <Outcomes title={t('bulk.wouldStay', { n: counts.refused })} items={of('refused')} by="reason" />
      <Outcomes title={t('bulk.keptSo', { n: kept })} items={of('kept')} by="reason" />
      <NotUnderstood leftOut={leftOut} />
      {now.some(({ action }) => action === 'deadline') && <Text size="sm">{t('followUps.dueStays')}</Text>}
      {isWorking && <Progress value={progress} aria-label={t('bulk.working')} />}
      <Refused error={work.error ?? undo.error} />
      <Group>
        {counts.allowed > 0 && step === 'preview' && (
          <Button onClick={() => work.mutate()} loading={work.isPending}>
            {t('bulk.do', { count: counts.allowed })}
          </Button>
        )}
        {step === 'done' && back > 0 && (
          <Button variant="default" onClick={() => undo.mutate()} loading={undo.isPending}>
            {t('bulk.undo', { count: back })}
          </Button>
        )}
        <Button variant="default" onClick={step === 'preview' ? onBack : onClose} disabled={isWorking}>
          {step === 'preview' ? t('bulk.back') : t('frame.close')}
        </Button>
      </Group>
    </Stack>
  );
}

function NotUnderstood({ leftOut }: { leftOut: LeftOut[] }) {
  const { t } = useTranslation();
  if (leftOut.length === 0) return null;
  return (
    <section aria-labelledby="not-understood">
      <Title order={3} size="h5" id="not-understood">
        {t('paste.leftOut', { n: leftOut.length })}
      </Title>
      <List size="sm" mt="xs">
        {leftOut.map(({ line, fault, about }) => (
          <List.Item key={line.n}>
            {t('paste.line', { n: line.n, why: t(`paste.faults.${fault}`, { about }) })}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
