import { Button, Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { OneThing } from '../frame/OneThing';

export type Provider = Schema['IdentityProviderView'];

/** Where members of an organization sign in, and the address to give them. */
export function OneProvider({ provider, ask }: { provider: Provider; ask: (act: 'replace' | 'remove') => void }) {
  const { t } = useTranslation();
  const { organization, issuer, clientId, code } = provider;
  return (
    <OneThing
      acts={
        <>
          <Button size="xs" variant="default" onClick={() => ask('replace')}>
            {t('identities.replaceSecret')}
          </Button>
          <Button size="xs" variant="default" onClick={() => ask('remove')}>
            {t('identities.removeProvider')}
          </Button>
        </>
      }
    >
      <Text fw={600}>{organization.name}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {issuer} ({clientId})
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('identities.linkFor')} <Code>{`${window.location.origin}/sign-in/${code}`}</Code>
      </Text>
    </OneThing>
  );
}
