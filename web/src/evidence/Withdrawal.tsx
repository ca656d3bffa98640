import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { useMay, useWorkspace } from '../frame/workspace';
import { CustodyTable } from './CustodyRecord';
import { type Piece, useReadAnew } from './piece';

type WithdrawalView = Schema['EvidenceWithdrawalView'];
type Decision = Schema['DecideWithdrawalDto']['decision'];

/** That a piece was taken out of sight, why, who may hold a copy, and what two people decide to do with it. */
export function Withdrawal({ piece }: { piece: Piece }) {
  const workspace = useWorkspace();
  const withdrawal = useQuery({
    queryKey: [workspace, 'evidence', 'withdrawal', piece.id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/evidence/{id}/withdrawal', {
          params: { path: { workspace, id: piece.id } },
        }),
      ),
  });
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
  const [wish, setWish] = useState<Decision>();
  const decide = useDeciding(piece);
  if (!mayDecide) return <Text size="sm">{t('evidence.whoDecides')}</Text>;
  const isSecond = wish !== undefined && view.decision === wish;
  return (
    <Stack gap="xs" className="no-print">
      <Text size="sm">
        {view.decision && view.requestedBy
          ? t(`evidence.asked.${view.decision}`, { name: view.requestedBy.name })
          : t('evidence.twoDecide')}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => setWish('restore')}>
          {view.decision === 'restore' ? t('evidence.confirmRestore') : t('evidence.askRestore')}
        </Button>
        <Button variant="default" onClick={() => setWish('erase')}>
          {view.decision === 'erase' ? t('evidence.confirmErase') : t('evidence.askErase')}
        </Button>
      </Group>
      <Modal
        opened={wish !== undefined}
        onClose={() => setWish(undefined)}
        title={wish && t(`evidence.decide.${wish}`)}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        {wish && (
          <Stack>
            <Text>{isSecond ? t(`evidence.secondMeans.${wish}`) : t(`evidence.firstMeans.${wish}`)}</Text>
            <Refused error={decide.error} />
            <Button
              color={wish === 'erase' ? 'red' : undefined}
              loading={decide.isPending}
              onClick={() => decide.mutate(wish, { onSuccess: () => setWish(undefined) })}
            >
              {isSecond ? t(`evidence.decide.${wish}`) : t('evidence.askFor')}
            </Button>
          </Stack>
        )}
      </Modal>
    </Stack>
  );
}

function useDeciding({ id }: Piece) {
  const workspace = useWorkspace();
  const readAnew = useReadAnew(id);
  return useMutation({
    mutationFn: (decision: Decision) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/evidence/{id}/withdrawal/decision', {
          params: { path: { workspace, id } },
          body: { decision },
        }),
      ),
    onSuccess: readAnew,
  });
}
