import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Asking } from '../frame/Asking';
import { Read } from '../frame/Read';
import { ReasonField } from '../frame/ReasonField';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { type Lowering, type LowerLevel, useAskedAnew, useIsDecided, useMeaning } from './lowerings';
import { WillOpen } from './WillOpen';

type Decided = Schema['DecideLoweringDto'];

function useDeciding(lowering: Lowering, words: string) {
  const { id, evidenceId } = lowering;
  const { t } = useTranslation();
  const askedAnew = useAskedAnew(evidenceId);
  const decide = (workspace: string, body: Decided) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/lowerings/{id}/decision', {
        params: { path: { workspace, id } },
        body,
      }),
    );
  const isDecided = useIsDecided(lowering);
  const saving = useSaving('evidence', words, decide, () => void askedAnew());
  useToldWhenGone(() => saving.isIdle && isDecided(), t('lowerings.decidedMeanwhile'));
  return { ...saving, readAnew: () => askedAnew().then(saving.reset) };
}

/** Another person agrees or refuses; what happens is said before. */
export function Deciding({ lowering }: { lowering: Lowering }) {
  const { t } = useTranslation();
  const [isAgreeing, agreeing] = useDisclosure(false);
  const [isRefusing, refusing] = useDisclosure(false);
  return (
    <Group gap="xs" className="no-print">
      <Button onClick={agreeing.open}>{t('lowerings.agree')}</Button>
      <Button variant="default" onClick={refusing.open}>
        {t('lowerings.refuse')}
      </Button>
      {isAgreeing && <Agree lowering={lowering} close={agreeing.close} />}
      {isRefusing && <Refuse lowering={lowering} close={refusing.close} />}
    </Group>
  );
}

function Agree({ lowering, close }: { lowering: Lowering; close: () => void }) {
  const { t } = useTranslation();
  const meaning = useMeaning(lowering.evidenceId, lowering.to as LowerLevel);
  const saving = useDeciding(lowering, t('lowerings.isAgreed'));
  const act = {
    ...saving,
    mutate: (_: undefined, then: { onSuccess: () => void }) => saving.mutate({ decision: 'agree' }, then),
  };
  return (
    <Asking
      title={t('lowerings.title')}
      act={t('lowerings.agree')}
      isPossible={meaning.data?.isBlocked === false}
      saving={act}
      readAnew={saving.readAnew}
      close={close}
    >
      <Read query={meaning}>{(read) => <WillOpen meaning={read} />}</Read>
      <Text size="sm">{t('lowerings.agreeMeans')}</Text>
    </Asking>
  );
}

function Refuse({ lowering, close }: { lowering: Lowering; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const saving = useDeciding(lowering, t('lowerings.isRefused'));
  const act = {
    ...saving,
    mutate: (_: undefined, then: { onSuccess: () => void }) => saving.mutate({ decision: 'refuse', reason }, then),
  };
  return (
    <Asking
      title={t('lowerings.refuse')}
      act={t('lowerings.refuse')}
      saving={act}
      readAnew={saving.readAnew}
      close={close}
    >
      <ReasonField label={t('lowerings.whyRefuse')} maxLength={4000} value={reason} put={setReason} isFirst />
    </Asking>
  );
}

/** Whoever asked changes their mind. */
export function TakingBack({ lowering: { id, evidenceId } }: { lowering: Lowering }) {
  const { t } = useTranslation();
  const askedAnew = useAskedAnew(evidenceId);
  const saving = useSaving(
    'evidence',
    t('lowerings.isTakenBack'),
    (workspace) =>
      answer(client.DELETE('/api/v1/workspaces/{workspace}/lowerings/{id}', { params: { path: { workspace, id } } })),
    () => void askedAnew(),
  );
  return (
    <Stack gap="xs" align="flex-start" className="no-print">
      <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
        {t('lowerings.takeBack')}
      </Button>
      <Refused error={saving.error} readAnew={() => askedAnew().then(saving.reset)} />
    </Stack>
  );
}
