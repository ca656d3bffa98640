import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Read } from '../frame/Read';
import { useMay } from '../frame/workspace';
import { Asking } from '../frame/Asking';
import { IdentityProviders } from './IdentityProviders';
import { type Organization, useOrganizations } from './lists';
import { OneThing, Things } from '../frame/OneThing';
import { useRow } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';

/** The NGOs of the coalition. */
export function Organizations() {
  const { t } = useTranslation();
  const mayManage = useMay('administrator');
  const organizations = useOrganizations();
  const [naming, setNaming] = useState<Organization | 'new'>();
  const [removing, setRemoving] = useState<Organization>();
  return (
    <Stack>
      {mayManage ? (
        <Group className="no-print">
          <Button onClick={() => setNaming('new')}>{t('administration.addOrganization')}</Button>
        </Group>
      ) : (
        <Text size="sm">{t('administration.askAdministrator')}</Text>
      )}
      <Read query={organizations}>
        {({ items }) => (
          <Things>
            {items.map((organization) => (
              <OneThing
                key={organization.id}
                acts={
                  mayManage && (
                    <>
                      <Button size="xs" variant="default" onClick={() => setNaming(organization)}>
                        {t('administration.rename')}
                      </Button>
                      <Button size="xs" variant="default" onClick={() => setRemoving(organization)}>
                        {t('administration.remove')}
                      </Button>
                    </>
                  )
                }
              >
                <Text fw={600}>{organization.name}</Text>
              </OneThing>
            ))}
          </Things>
        )}
      </Read>
      {mayManage && <IdentityProviders />}
      {naming && <Naming organization={naming} close={() => setNaming(undefined)} />}
      {removing && <Removing organization={removing} close={() => setRemoving(undefined)} />}
    </Stack>
  );
}

function Naming({ organization, close }: { organization: Organization | 'new'; close: () => void }) {
  const { t } = useTranslation();
  const {
    row: known,
    isAnew,
    readAnew,
  } = useRow(['organizations'], organization === 'new' ? undefined : organization, close);
  const [name, setName] = useState(known?.name ?? '');
  const path = '/api/v1/workspaces/{workspace}/organizations';
  const saving = useSaving('organizations', t('administration.organizationSaved', { name }), (workspace) =>
    known
      ? answer(
          client.PATCH(`${path}/{id}`, {
            params: { path: { workspace, id: known.id }, header: ifMatch(known.version) },
            body: { name },
          }),
        )
      : answer(client.POST(path, { params: { path: { workspace } }, body: { name } })),
  );
  return (
    <Asking
      title={known ? t('administration.renameNamed', { name: known.name }) : t('administration.addOrganization')}
      act={t('administration.save')}
      saving={saving}
      readAnew={() => readAnew().then(saving.reset)}
      isAnew={isAnew}
      close={close}
    >
      {known && <Text size="sm">{t('administration.renameMeans')}</Text>}
      <TextInput
        label={t('administration.name')}
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </Asking>
  );
}

function Removing({ organization, close }: { organization: Organization; close: () => void }) {
  const { t } = useTranslation();
  const { row, isAnew, readAnew } = useRow(['organizations'], organization, close);
  const { id, name, version } = row;
  const removing = useSaving('organizations', t('administration.removed', { name }), (workspace) =>
    answer(
      client.DELETE('/api/v1/workspaces/{workspace}/organizations/{id}', {
        params: { path: { workspace, id }, header: ifMatch(version) },
      }),
    ),
  );
  return (
    <Asking
      title={t('administration.removeNamed', { name })}
      act={t('administration.remove')}
      isDangerous
      saving={removing}
      readAnew={() => readAnew().then(removing.reset)}
      isAnew={isAnew}
      close={close}
    >
      <Text size="sm">{t('administration.removeOrganizationMeans')}</Text>
    </Asking>
  );
}
