import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { DateField } from '../dates/DateField';
import { useSayDate } from '../dates/When';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { useSaidDone } from '../frame/done';
import type { Row } from './row';

type Deadline = Schema['DeadlineView'];
const SIDES = ['response', 'implementation'] as const;

/** A new deadline, or a later date for one that there is: the old date stays in the history. */
export function DueForm({ row, onDone }: { row: Row; onDone: () => void }) {
  const workspace = useWorkspace();
  const deadlines = useQuery({
    queryKey: [workspace, 'follow-ups', row.id, 'deadlines'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/follow-ups/{followUp}/deadlines', {
          params: { path: { workspace, followUp: row.id } },
        }),
      ),
  });
  return <Read query={deadlines}>{({ items }) => <Fields row={row} deadlines={items} onDone={onDone} />}</Read>;
}

function Fields({ row, deadlines, onDone }: { row: Row; deadlines: Deadline[]; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useSayDate();
  const next = deadlines.find(({ standing }) => standing.some((one) => one.followUpId === row.id && !one.met));
  const [which, setWhich] = useState<string>(next?.id ?? 'response');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [basis, setBasis] = useState('');
  const [extendedBy, setExtendedBy] = useState('');
  const save = useSaveDue(row, onDone);
  const isLater = deadlines.some(({ id }) => id === which);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (dueOn) save.mutate({ which, isLater, dueOn, basis, extendedBy });
  };
  return (
    <form onSubmit={submit} aria-label={t('followUps.changeDue', { code: row.recommendation.code })}>
      <Stack gap="xs">
        <NativeSelect
          label={t('followUps.whichDue')}
          value={which}
          onChange={(event) => setWhich(event.currentTarget.value)}
          data={[
            ...deadlines.map(({ id, axis, currentDueOn }) => ({
              value: id,
              label: t('followUps.laterThan', { side: t(`axes.${axis}`), date: say(currentDueOn) }),
            })),
            ...SIDES.map((side) => ({ value: side, label: t('followUps.newDue', { side: t(`axes.${side}`) }) })),
          ]}
        />
        <DateField label={t('followUps.dueOn')} start={null} onChange={setDueOn} />
        {isLater && (
          <TextInput
            label={t('followUps.extendedBy')}
            required
            maxLength={300}
            value={extendedBy}
            onChange={(event) => setExtendedBy(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('followUps.basis')}
          required
          maxLength={1000}
          value={basis}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        <Text size="xs">{t('followUps.dueStays')}</Text>
        <Refused error={save.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={save.isPending} disabled={!dueOn}>
            {t('followUps.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Wish {
  which: string;
  isLater: boolean;
  dueOn: string;
  basis: string;
  extendedBy: string;
}

function useSaveDue(row: Row, onDone: () => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  return useMutation({
    mutationFn: ({ which, isLater, dueOn, basis, extendedBy }: Wish) =>
      isLater
        ? answer(
            client.POST('/api/v1/workspaces/{workspace}/deadlines/{id}/extensions', {
              params: { path: { workspace, id: which } },
              body: { dueOn, basis, extendedBy },
            }),
          )
        : answer(
            client.POST('/api/v1/workspaces/{workspace}/follow-ups/{followUp}/deadlines', {
              params: { path: { workspace, followUp: row.id } },
              body: { axis: which === 'response' ? 'response' : 'implementation', dueOn, basis },
            }),
          ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [workspace] });
      sayDone(t('followUps.dueSaved', { code: row.recommendation.code }));
      onDone();
    },
  });
}
