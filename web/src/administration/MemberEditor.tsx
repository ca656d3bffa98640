import { Checkbox, List, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { today } from '../dates/dates';
import { Asking } from '../frame/Asking';
import { type Member, useOrganizations } from './lists';
import { OpensAlone } from './OpensAlone';
import { RolesField } from './RolesField';
import { StillTheirs } from './StillTheirs';
import { type Role, useSayRoles } from './useSayRoles';
import { useWorkspace } from '../frame/workspace';
import { useLeaving } from './useLeaving';
import { useRow } from '../frame/useRow';
import { useSaving } from '../frame/useSaving';

/** What somebody else may do here, for which organization, and until when. It says what will happen before it is saved. */
export function MemberEditor({ member: began, close }: { member: Member; close: () => void }) {
  const { t } = useTranslation();
  // Whoever was quicker is seen before anything is saved over it.
  const { row: member, isAnew, readAnew } = useRow(['members'], began, close);
  const organizations = useOrganizations();
  const [roles, setRoles] = useState(member.roles as Role[]);
  const [readsAll, setReadsAll] = useState(member.readsAll);
  const [organizationId, setOrganization] = useState(member.organization.id);
  const [endsOn, setEndsOn] = useState(member.endsOn ?? '');
  const [isAccepted, setAccepted] = useState(false);
  const isEnding = endsOn !== '' && (member.endsOn === null || endsOn < member.endsOn);
  const opensAlone = useLeaving(useWorkspace(), member.id, isEnding).data?.opensAlone ?? 0;
  const isAuditorOnly = roles.length === 1 && roles[0] === 'auditor';
  const terms = { roles, readsAll: readsAll && isAuditorOnly, organizationId, endsOn: endsOn || null };
  const saving = useSaving('members', t('administration.memberSaved', { name: member.name }), (workspace) =>
    answer(
      client.PATCH('/api/v1/workspaces/{workspace}/members/{id}', {
        params: { path: { workspace, id: member.id }, header: ifMatch(member.version) },
        body: { ...terms, ...(isEnding && isAccepted && { leavesClosed: opensAlone }) },
      }),
    ),
  );
  const known = organizations.data?.items ?? [member.organization];
  return (
    <Asking
      title={t('administration.changeNamed', { name: member.name })}
      act={t('administration.save')}
      saving={saving}
      readAnew={() => readAnew().then(saving.reset)}
      isAnew={isAnew}
      close={close}
    >
      <RolesField roles={roles} had={member.roles} onChange={setRoles} />
      {isAuditorOnly && (
        <Checkbox
          label={t('administration.readsAllField')}
          checked={readsAll}
          onChange={(event) => setReadsAll(event.currentTarget.checked)}
        />
      )}
      <NativeSelect
        label={t('administration.organization')}
        value={organizationId}
        onChange={(event) => setOrganization(event.currentTarget.value)}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        type="date"
        label={t('administration.lastDayField')}
        description={t('administration.lastDayHint')}
        value={endsOn}
        onChange={(event) => setEndsOn(event.currentTarget.value)}
      />
      {endsOn !== '' && endsOn !== member.endsOn && <StillTheirs member={member} />}
      {isEnding && opensAlone > 0 && (
        <OpensAlone name={member.name} count={opensAlone} isAccepted={isAccepted} accept={setAccepted} />
      )}
      <WillHappen member={member} terms={terms} />
    </Asking>
  );
}

interface Terms {
  roles: string[];
  organizationId: string;
  endsOn: string | null;
}

function WillHappen({ member, terms: { roles, organizationId, endsOn } }: { member: Member; terms: Terms }) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  const lost = member.roles.filter((role) => !roles.includes(role));
  const won = roles.filter((role) => !member.roles.includes(role));
  const consequences = [
    won.length > 0 && t('administration.wins', { roles: sayRoles(won) }),
    lost.length > 0 && t('administration.loses', { roles: sayRoles(lost) }),
    lost.includes('verifier') && t('administration.losesVerifier'),
    organizationId !== member.organization.id && t('administration.moves'),
    endsOn !== member.endsOn && endsOn !== null && endsOn < today() && t('administration.endsNow'),
    endsOn !== member.endsOn && endsOn !== null && endsOn >= today() && t('administration.endsThen'),
    endsOn !== member.endsOn && endsOn === null && t('administration.goesOn'),
  ].filter((words) => words !== false);
  if (consequences.length === 0) return null;
  return (
    <div role="status">
      <Text fw={600} size="sm">
        {t('administration.willHappen')}
      </Text>
      <List size="sm">
        {consequences.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </div>
  );
}
