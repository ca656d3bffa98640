import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Engagements } from '../engagements/Engagements';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { useMay, useWorkspace } from '../frame/workspace';
import { MergedIn } from '../merges/MergedIn';
import { AsOf } from '../overview/AsOf';
import { summaryOf } from '../overview/summary';
import { AxisChoice, useAxis } from '../phases/AxisChoice';
import { PhaseBar } from '../phases/PhaseBar';
import type { Addressee } from './addresseeDraft';
import { AddresseeActs } from './AddresseeActs';
import { Asked } from './Asked';
import { hasMembers } from './kinds';
import { Members } from './Members';

export function AddresseePage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: '/w/$workspace/addressees/$id' });
  const addressee = useQuery({
    queryKey: [workspace, 'addressees', id],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/addressees/{id}', { params: { path: { workspace, id } } })),
  });
  return (
    <Read query={addressee}>
      {(read) =>
        // What was merged answers with the one that was kept.
        read.id === id ? <One addressee={read} /> : <Navigate to="." params={{ workspace, id: read.id }} replace />
      }
    </Read>
  );
}

function One({ addressee }: { addressee: Addressee }) {
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={addressee.name}
      about={<About addressee={addressee} />}
      actions={mayWrite && <AddresseeActs addressee={addressee} />}
    >
      <Stack gap="xl">
        <Standing addressee={addressee} />
        <Asked addressee={addressee} />
        {hasMembers(addressee.kind) && <Members group={addressee} />}
        <Engagements of={{ addressee: addressee.id }} isUnfolding />
        <MergedIn of={{ noun: 'addressee', id: addressee.id, name: addressee.name }} />
      </Stack>
    </Page>
  );
}

function About({ addressee: { kind, code, name, names, aliases, successor } }: { addressee: Addressee }) {
  const { t } = useTranslation();
  const others = [...Object.values(names), ...aliases].filter((words) => words !== name);
  return (
    <>
      <Text size="sm">
        {t(`addressees.kinds.${kind}`)}, {code}
      </Text>
      {others.length > 0 && <Text size="sm">{t('addressees.alsoCalled', { names: others.join(', ') })}</Text>}
      {successor && (
        <Text size="sm">
          {t('addressees.succeededBy')}{' '}
          <RecordLink to="addressees" id={successor.id}>
            {successor.name}
          </RecordLink>
        </Text>
      )}
    </>
  );
}

/** How its follow-ups stand, of what they said or what was done. */
function Standing({ addressee: { id, name } }: { addressee: Addressee }) {
  const { t } = useTranslation();
  const axis = useAxis();
  const summary = useQuery(summaryOf(useWorkspace(), axis, { addressee: [id] }));
  return (
    <Stack component="section" gap="sm" aria-labelledby="standing">
      <Group justify="space-between">
        <Title order={2} id="standing">
          {t('addressees.standing')}
        </Title>
        <AxisChoice />
      </Group>
      <Read query={summary}>
        {(read) => (
          <>
            <PhaseBar axis={axis} counts={read.items[0]?.counts ?? {}} search={{ addressee: id }} of={name} />
            {(read.items[0]?.notFollowed ?? 0) > 0 && (
              <Text size="sm">{t('addressees.notFollowed', { n: read.items[0]?.notFollowed })}</Text>
            )}
            <AsOf summary={read} />
          </>
        )}
      </Read>
    </Stack>
  );
}
