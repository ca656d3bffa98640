import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Asking } from '../frame/Asking';
import { Things } from '../frame/OneThing';
import { Read } from '../frame/Read';
import { useRow } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';
import { useWorkspace } from '../frame/workspace';
import { useOrganizations } from './lists';
import { OneProvider, type Provider } from './OneProvider';
import { SetProvider } from './SetProvider';

const PATH = '/api/v1/workspaces/{workspace}/identity-providers/{id}';

/** For administrators: where members of an organization may sign in, and the address to give them. */
export function IdentityProviders() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [asked, setAsked] = useState<{ act: 'set' } | { act: 'replace' | 'remove'; provider: Provider }>();
  const close = () => setAsked(undefined);
  const providers = useQuery({
    queryKey: [workspace, 'identity-providers'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/identity-providers', {
          params: { path: { workspace }, query: { limit: 200 } },
        }),
      ),
  });
  const taken = providers.data?.items ?? [];
  const isFree =
    useOrganizations().data?.items.some(({ id }) => !taken.some(({ organization }) => organization.id === id)) !==
    false;
  return (
    <Stack component="section" aria-labelledby="identity-providers">
      <Title order={2} id="identity-providers">
        {t('identities.providers')}
      </Title>
      <Text size="sm">{t('identities.providersWhy')}</Text>
      {isFree ? (
        <Group className="no-print">
          <Button variant="default" onClick={() => setAsked({ act: 'set' })}>
            {t('identities.addProvider')}
          </Button>
        </Group>
      ) : (
        <Text size="sm">{t('identities.allSet')}</Text>
      )}
      <Read query={providers}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('identities.noProviders')}</Text>
          ) : (
            <Things>
              {items.map((provider) => (
                <OneProvider key={provider.id} provider={provider} ask={(act) => setAsked({ act, provider })} />
              ))}
            </Things>
          )
        }
      </Read>
      {asked?.act === 'set' && <SetProvider taken={taken} close={close} />}
      {asked?.act === 'replace' && <Replace provider={asked.provider} close={close} />}
      {asked?.act === 'remove' && <RemoveProvider provider={asked.provider} close={close} />}
    </Stack>
  );
}

interface AboutProvider {
  provider: Provider;
  close: () => void;
}

function Replace({ provider, close }: AboutProvider) {
  const { t } = useTranslation();
  const { row, isAnew, readAnew } = useRow(['identity-providers'], provider, close);
  const { id, organization, version } = row;
  const [clientSecret, setSecret] = useState('');
  const replacing = useSaving('identity-providers', t('identities.replaced'), (workspace) =>
    answer(
      client.PATCH(PATH, { params: { path: { workspace, id }, header: ifMatch(version) }, body: { clientSecret } }),
    ),
  );
  return (
    <Asking
      title={t('identities.replaceNamed', { organization: organization.name })}
      act={t('identities.replaceSecret')}
      saving={replacing}
      readAnew={() => readAnew().then(replacing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{t('identities.replaceMeans')}</Text>
      {isAnew && <Text size="sm">{t('identities.replacedMeanwhile')}</Text>}
      <SecretField value={clientSecret} onChange={setSecret} />
    </Asking>
  );
}

/** What the provider gave out for Heed; no password of anybody, so no browser offers to keep it. */
export function SecretField({ value, onChange }: { value: string; onChange: (secret: string) => void }) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('identities.clientSecret')}
      description={t('identities.clientSecretHint')}
      autoComplete="off"
      required
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
    />
  );
}

function RemoveProvider({ provider, close }: AboutProvider) {
  const { t } = useTranslation();
  const { row, isAnew, readAnew } = useRow(['identity-providers'], provider, close);
  const { id, organization, version } = row;
  const removing = useSaving('identity-providers', t('identities.removed'), (workspace) =>
    answer(client.DELETE(PATH, { params: { path: { workspace, id }, header: ifMatch(version) } })),
  );
  return (
    <Asking
      title={t('identities.removeNamed', { organization: organization.name })}
      act={t('identities.removeProvider')}
      isDangerous
      saving={removing}
      readAnew={() => readAnew().then(removing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{t('identities.removeMeans')}</Text>
      {isAnew && <Text size="sm">{t('identities.replacedMeanwhile')}</Text>}
    </Asking>
  );
}
