import { Code, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Asking } from '../frame/Asking';
import { useSaving } from '../frame/useSaving';
import { SecretField } from './IdentityProviders';
import { useOrganizations } from './lists';

interface SetProviderProps {
  /** Each organization has one at most. */
  taken: Schema['IdentityProviderView'][];
  close: () => void;
}

export function SetProvider({ taken, close }: SetProviderProps) {
  const { t } = useTranslation();
  const all = useOrganizations().data?.items ?? [];
  const free = all.filter(({ id }) => !taken.some(({ organization }) => organization.id === id));
  // What is chosen stays so, whatever others set up meanwhile.
  const [organizationId, setOrganization] = useState(free[0]?.id ?? '');
  const [issuer, setIssuer] = useState('');
  const [clientId, setClientId] = useState('');
  const [clientSecret, setSecret] = useState('');
  const body = { organizationId, issuer, clientId, clientSecret };
  const saving = useSaving('identity-providers', t('identities.isSet'), (workspace) =>
    answer(client.POST('/api/v1/workspaces/{workspace}/identity-providers', { params: { path: { workspace } }, body })),
  );
  return (
    <Asking title={t('identities.addProviderTitle')} act={t('identities.set')} saving={saving} close={close}>
      <Text size="sm">{t('identities.addProviderFirst')}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {`${window.location.origin}/sign-in/return`}
      </Code>
      <NativeSelect
        label={t('identities.organization')}
        value={organizationId}
        onChange={(event) => setOrganization(event.currentTarget.value)}
        data={all
          .filter(({ id }) => id === organizationId || free.some((one) => one.id === id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        label={t('identities.issuer')}
        description={t('identities.issuerHint')}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={500}
        value={issuer}
        onChange={(event) => setIssuer(event.currentTarget.value)}
      />
      <TextInput
        label={t('identities.clientId')}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        value={clientId}
        onChange={(event) => setClientId(event.currentTarget.value)}
      />
      <SecretField value={clientSecret} onChange={setSecret} />
      <Text size="sm">{t('identities.trust')}</Text>
    </Asking>
  );
}
