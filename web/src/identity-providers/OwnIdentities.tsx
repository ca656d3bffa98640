import { Button, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Asking } from '../frame/Asking';
import { OneThing, Things } from '../frame/OneThing';
import { Read } from '../frame/Read';
import { rememberLinking } from './providerSignIn';

type Own = Schema['OwnIdentityProviderView'];
const KEY = ['me', 'identity-providers'];

/** Which organizations may say that it is oneself: one decides it, and is told what it means. */
export function OwnIdentities() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Own>();
  const providers = useQuery({ queryKey: KEY, queryFn: () => answer(client.GET('/api/v1/me/identity-providers')) });
  useSaidLinked();
  return (
    <section aria-labelledby="identities">
      <Title order={2} id="identities">
        {t('identities.heading')}
      </Title>
      <Text size="sm" mb="xs">
        {t('identities.why')}
      </Text>
      <Read query={providers}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('identities.none')}</Text>
          ) : (
            <Things>
              {items.map((own) => (
                <OneThing
                  key={own.id}
                  acts={
                    <Button size="xs" variant="default" onClick={() => setAsking(own)}>
                      {t(own.identity ? 'identities.unlink' : 'identities.link')}
                    </Button>
                  }
                >
                  <Text fw={600}>
                    {own.organization.name}, {own.workspace.name}
                  </Text>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {own.issuer}
                  </Text>
                  {own.identity && <Used identity={own.identity} />}
                </OneThing>
              ))}
            </Things>
          )
        }
      </Read>
      {asking && !asking.identity && <LinkIt own={asking} close={() => setAsking(undefined)} />}
      {asking?.identity && <Unlink own={asking} id={asking.identity.id} close={() => setAsking(undefined)} />}
    </section>
  );
}

function Used({ identity: { createdAt, usedAt } }: { identity: NonNullable<Own['identity']> }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('identities.linkedAt')} <Instant at={createdAt} />
      {usedAt && (
        <>
          , {t('account.lastUsed')} <Instant at={usedAt} />
        </>
      )}
    </Text>
  );
}

function LinkIt({ own, close }: { own: Own; close: () => void }) {
  const { t } = useTranslation();
  const { id, issuer } = own;
  const names = { organization: own.organization.name, workspace: own.workspace.name, issuer };
  const leaving = useMutation<void, Error, undefined>({
    mutationFn: async () => {
      const path = { params: { path: { id } } };
      const { address } = await answer(client.POST('/api/v1/me/identity-providers/{id}/link', path));
      rememberLinking();
      window.location.assign(address);
    },
  });
  return (
    <Asking title={t('identities.linkNamed', names)} act={t('signIn.organizationGo')} saving={leaving} close={close}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('identities.linkMeans', names)}
      </Text>
      <Text size="sm">{t('identities.linkLimits')}</Text>
    </Asking>
  );
}

function Unlink({ own, id, close }: { own: Own; id: string; close: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const names = { organization: own.organization.name, issuer: own.issuer };
  const unlinking = useMutation<unknown, Error, undefined>({
    mutationFn: () => answer(client.DELETE('/api/v1/me/identities/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      notifications.show({ message: t('identities.unlinked') });
      await cache.invalidateQueries({ queryKey: KEY });
      await cache.invalidateQueries({ queryKey: ['me', 'sessions'] });
    },
  });
  return (
    <Asking
      title={t('identities.unlinkNamed', names)}
      act={t('identities.unlink')}
      isDangerous
      saving={unlinking}
      close={close}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('identities.unlinkMeans', names)}
      </Text>
    </Asking>
  );
}

/** After the way back from the organization's page. */
function useSaidLinked(): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (window.location.hash !== '#linked') return;
    window.history.replaceState(null, '', window.location.pathname);
    notifications.show({ message: t('identities.nowLinked') });
  }, [t]);
}
