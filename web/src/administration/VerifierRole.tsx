import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { useMembership, useWorkspace } from '../frame/workspace';
import type { Member } from './lists';
import { useSaving } from '../frame/useSaving';
import { FocusBack } from '../frame/useFocusBack';

type Request = Schema['RoleRequestView'];

/** The verifier's role takes two administrators: one asks, another confirms. */
export function VerifierRole({ member, close }: { member: Member; close: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const requests = useQuery({
    queryKey: [workspace, 'members', member.id, 'role-requests'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/members/{memberId}/role-requests', {
          params: { path: { workspace, memberId: member.id }, query: { limit: 20 } },
        }),
      ),
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('administration.verifierNamed', { name: member.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <FocusBack />
      <Stack>
        <Text size="sm">{t('administration.verifierWhy')}</Text>
        <Read query={requests}>
          {({ items }) => {
            const open = items.find(({ state }) => state === 'open');
            return open ? (
              <Confirming member={member} request={open} close={close} />
            ) : (
              <AskingFor member={member} close={close} />
            );
          }}
        </Read>
      </Stack>
    </Modal>
  );
}

function AskingFor({ member, close }: { member: Member; close: () => void }) {
  const { t } = useTranslation();
  const ask = (workspace: string) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/members/{memberId}/role-requests', {
        params: { path: { workspace, memberId: member.id } },
        body: { role: 'verifier' },
      }),
    );
  const asking = useSaving('members', t('administration.verifierAsked'), ask, close);
  return (
    <>
      <Refused error={asking.error} />
      <Button loading={asking.isPending} onClick={() => asking.mutate(undefined)}>
        {t('administration.askVerifier')}
      </Button>
    </>
  );
}

function Confirming({ member, request, close }: { member: Member; request: Request; close: () => void }) {
  const { t } = useTranslation();
  const { id } = useMembership();
  const confirm = (workspace: string) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/members/{memberId}/role-requests/{id}/confirmation', {
        params: { path: { workspace, memberId: member.id, id: request.id } },
      }),
    );
  const confirming = useSaving('members', t('administration.verifierGiven', { name: member.name }), confirm, close);
  return (
    <>
      <Text>
        {t('administration.askedBy', { name: request.requestedBy.name })}, <Instant at={request.createdAt} />
      </Text>
      <Refused error={confirming.error} />
      {request.requestedBy.id === id ? (
        <Text>{t('administration.anotherConfirms')}</Text>
      ) : (
        <Button loading={confirming.isPending} onClick={() => confirming.mutate(undefined)}>
          {t('administration.confirmVerifier')}
        </Button>
      )}
    </>
  );
}
