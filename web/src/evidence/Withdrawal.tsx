import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Asking } from '../frame/Asking';
import { Read } from '../frame/Read';
import { useSaving } from '../frame/useSaving';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { useMay, useMembership, useWorkspace } from '../frame/workspace';
import { CustodyTable } from './CustodyRecord';
import { type Piece, useReadAnew } from './piece';

type WithdrawalView = Schema['EvidenceWithdrawalView'];
type Decision = Schema['DecideWithdrawalDto']['decision'];

const DECISIONS = ['restore', 'erase'] as const satisfies Decision[];

const withdrawalOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'evidence', 'withdrawal', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/evidence/{id}/withdrawal', { params: { path: { workspace, id } } }),
      ),
  });

/** That a piece was taken out of sight, why, who may hold a copy, and what two people decide to do with it. */
export function Withdrawal({ piece }: { piece: Piece }) {
  const withdrawal = useQuery(withdrawalOf(useWorkspace(), piece.id));
  return <Read query={withdrawal}>{(view) => <Told piece={piece} view={view} />}</Read>;
}

function Told({ piece, view }: { piece: Piece; view: WithdrawalView }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="gray"
      icon={<IconEyeOff aria-hidden />}
      title={t(`evidence.withdrawal.${view.state === 'erased' ? 'erased' : 'withdrawn'}`)}
    >
      <Stack gap="xs">
        <Text size="sm">
          {t('evidence.withdrawnBy', { name: view.withdrawnBy.name, organization: view.withdrawnBy.organization.name })}
          , <Instant at={view.recordedAt} />
        </Text>
        {view.reason && <Text size="sm">{view.reason}</Text>}
        {view.openedBy.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              {t('evidence.openedBefore')}
            </Text>
            <CustodyTable records={view.openedBy} />
          </>
        )}
        {view.state === 'withdrawn' && <Deciding piece={piece} view={view} />}
      </Stack>
    </Alert>
  );
}

function Deciding({ piece, view }: { piece: Piece; view: WithdrawalView }) {
  const { t } = useTranslation();
  const mayDecide = useMay('administrator', 'editor', 'verifier');
  const { id } = useMembership();
  const [wish, setWish] = useState<Decision>();
  if (!mayDecide) return <Text size="sm">{t('evidence.whoDecides')}</Text>;
  const { decision: asked, requestedBy } = view;
  // Whoever asked doesn't confirm; they may change their mind.
  const possible = DECISIONS.filter((one) => one !== asked || requestedBy?.id !== id);
  return (
    <Stack gap="xs" className="no-print">
      <Text size="sm">
        {asked && requestedBy ? t(`evidence.asked.${asked}`, { name: requestedBy.name }) : t('evidence.twoDecide')}
      </Text>
      <Group gap="xs">
        {possible.map((one) => (
          <Button key={one} variant="default" onClick={() => setWish(one)}>
            {t(one === asked ? `evidence.confirm.${one}` : `evidence.ask.${one}`)}
          </Button>
        ))}
      </Group>
      {wish && <Decide piece={piece} view={view} wish={wish} close={() => setWish(undefined)} />}
    </Stack>
  );
}

interface DecideProps {
  piece: Piece;
  view: WithdrawalView;
  wish: Decision;
  close: () => void;
}

/** Asks for it, or confirms what another asked, whichever is read here; what others do meanwhile is said, for an erasure can't be taken back. */
function Decide({ piece, view, wish, close }: DecideProps) {
  const { t } = useTranslation();
  const isSecond = view.decision === wish;
  const [wasSecond] = useState(isSecond);
  const { saving, readAnew } = useDeciding(piece, { decision: wish, confirms: isSecond });
  return (
    <Asking
      title={t(`evidence.decide.${wish}`)}
      act={isSecond ? t(`evidence.decide.${wish}`) : t('evidence.askFor')}
      isDangerous={wish === 'erase'}
      saving={saving}
      readAnew={readAnew}
      close={close}
    >
      {isSecond && !wasSecond && <Alert role="alert">{t('evidence.askedMeanwhile')}</Alert>}
      <Text>{isSecond ? t(`evidence.secondMeans.${wish}`) : t(`evidence.firstMeans.${wish}`)}</Text>
    </Asking>
  );
}

function useDeciding({ id }: Piece, body: Schema['DecideWithdrawalDto']) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const read = useReadAnew(id);
  const saving = useSaving(
    'evidence',
    undefined,
    (of) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/evidence/{id}/withdrawal/decision', {
          params: { path: { workspace: of, id } },
          body,
        }),
      ),
    () => void read(),
  );
  const now = () => cache.getQueryData(withdrawalOf(workspace, id).queryKey)?.state;
  useToldWhenGone(() => saving.isIdle && now() !== 'withdrawn', t('evidence.actedMeanwhile'));
  return { saving, readAnew: () => read().then(saving.reset) };
}
