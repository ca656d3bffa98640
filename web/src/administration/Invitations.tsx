import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { Asking } from '../frame/Asking';
import { Invite } from './Invite';
import { OneThing, Things } from '../frame/OneThing';
import { useSayRoles } from './useSayRoles';
import { useRow } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';

type Invitation = Schema['InvitationView'];

export function Invitations() {
  const { t } = useTranslation();
  return useMay('administrator') ? <Invited /> : <Text>{t('administration.invitationsAsk')}</Text>;
}

function Invited() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isInviting, setInviting] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  const invitations = useQuery({
    queryKey: [workspace, 'invitations'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/invitations', {
          params: { path: { workspace }, query: { limit: 100 } },
        }),
      ),
  });
  return (
    <Stack>
      <Group className="no-print">
        <Button onClick={() => setInviting(true)}>{t('administration.invite')}</Button>
      </Group>
      <Read query={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('administration.noInvitations')}>
              <Text>{t('administration.inviteFirst')}</Text>
            </Empty>
          ) : (
            <Things>
              {items.map((invitation) => (
                <OneInvitation
                  key={invitation.id}
                  invitation={invitation}
                  withdraw={() => setWithdrawing(invitation)}
                />
              ))}
            </Things>
          )
        }
      </Read>
      {isInviting && <Invite close={() => setInviting(false)} />}
      {withdrawing && <Withdrawing invitation={withdrawing} close={() => setWithdrawing(undefined)} />}
    </Stack>
  );
}

function OneInvitation({ invitation, withdraw }: { invitation: Invitation; withdraw: () => void }) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  const { email, organization, roles, state, expiresAt } = invitation;
  return (
    <OneThing
      acts={
        state === 'open' && (
          <Button size="xs" variant="default" onClick={withdraw}>
            {t('administration.withdrawInvitation')}
          </Button>
        )
      }
    >
      <Group gap="xs">
        <Text fw={600}>{email}</Text>
        <Badge variant="outline" tt="none" color={state === 'open' ? 'indigo' : 'gray.8'}>
          {t(`administration.invitationState.${state}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {organization.name}: {sayRoles(roles)}
      </Text>
      {state === 'open' && (
        <Text size="sm" c="dimmed">
          {t('administration.worksUntil')} <Instant at={expiresAt} />
        </Text>
      )}
    </OneThing>
  );
}

function Withdrawing({ invitation: began, close }: { invitation: Invitation; close: () => void }) {
  const { t } = useTranslation();
  const { row, isAnew, readAnew } = useRow(['invitations'], began, close);
  const { id, email, state, version } = row;
  const isOver = state === 'accepted' || state === 'withdrawn';
  const withdrawing = useSaving('invitations', t('administration.invitationWithdrawn'), (workspace) =>
    answer(
      client.DELETE('/api/v1/workspaces/{workspace}/invitations/{id}', {
        params: { path: { workspace, id }, header: ifMatch(version) },
      }),
    ),
  );
  return (
    <Asking
      title={t('administration.withdrawNamed', { email })}
      act={t('administration.withdrawInvitation')}
      isDangerous
      isPossible={!isOver}
      saving={withdrawing}
      readAnew={() => readAnew().then(withdrawing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{t(isOver ? `administration.isOver.${state}` : 'administration.withdrawMeans')}</Text>
    </Asking>
  );
}
