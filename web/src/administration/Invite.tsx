import { Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Refused } from '../frame/Refused';
import { ShownOnce } from '../frame/ShownOnce';
import { useOrganizations } from './lists';
import { RolesField } from './RolesField';
import type { Role } from './useSayRoles';
import { useSaving } from '../frame/useSaving';
import { FocusBack } from '../frame/useFocusBack';

/** An invitation is a link that works once; it is shown once, and handed over by whoever invites. */
export function Invite({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const organizations = useOrganizations().data?.items ?? [];
  const [email, setEmail] = useState('');
  const [organization, setOrganization] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const organizationId = organization || (organizations[0]?.id ?? '');
  const inviting = useSaving('invitations', t('administration.invited', { email }), (workspace) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/invitations', {
        params: { path: { workspace } },
        body: { email, organizationId, roles },
      }),
    ),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    inviting.mutate(undefined);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('administration.invite')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      closeOnClickOutside={false}
    >
      <FocusBack />
      {inviting.data ? (
        <Stack>
          <ShownOnce
            title={t('administration.linkFor', { email: inviting.data.email })}
            secret={`${window.location.origin}/invitations/${inviting.data.token}`}
          >
            {t('administration.linkOnce')}
          </ShownOnce>
          <Button variant="default" onClick={close}>
            {t('frame.close')}
          </Button>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              type="email"
              label={t('signIn.email')}
              required
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              data-autofocus
            />
            <NativeSelect
              label={t('administration.organization')}
              value={organizationId}
              onChange={(event) => setOrganization(event.currentTarget.value)}
              data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <RolesField roles={roles} onChange={setRoles} />
            <Text size="sm">{t('administration.verifierLater')}</Text>
            <Refused error={inviting.error} />
            <Button type="submit" loading={inviting.isPending || !organizationId}>
              {t('administration.makeLink')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
