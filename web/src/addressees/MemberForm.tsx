import { Button, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { DateField } from '../dates/DateField';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { AddresseeField } from './AddresseeField';
import type { Addressee } from './addresseeDraft';
import type { GroupMember } from './MembersTable';
import type { Named } from './named';

const path = '/api/v1/workspaces/{workspace}/addressees/{addresseeId}/members';

/** Lists somebody as a member of the group, or says since and until when somebody is. */
export function MemberForm({ group, read, close }: { group: Addressee; read?: GroupMember; close: () => void }) {
  const { t } = useTranslation();
  const [member, setMember] = useState<Named | null>(read?.member ?? null);
  const [dates, setDates] = useState({ from: read?.from ?? null, until: read?.until ?? null });
  const name = member?.name ?? '';
  const saving = useSaving('addressees', t('addressees.memberSaved', { name, group: group.name }), (workspace) =>
    read
      ? answer(
          client.PATCH(`${path}/{id}`, {
            params: { path: { workspace, addresseeId: group.id, id: read.id }, header: ifMatch(read.version) },
            body: dates,
          }),
        )
      : answer(
          client.POST(path, {
            params: { path: { workspace, addresseeId: group.id } },
            body: { memberId: member?.id ?? '', ...dates },
          }),
        ),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate(undefined, { onSuccess: close });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {!read && (
          <AddresseeField
            label={t('addressees.member')}
            description={t('addressees.memberAbout')}
            required
            without={group.id}
            value={member}
            onChange={setMember}
          />
        )}
        <DateField
          label={t('addressees.sinceField')}
          start={read?.from ?? null}
          onChange={(from) => setDates({ ...dates, from })}
        />
        <DateField
          label={t('addressees.untilField')}
          start={read?.until ?? null}
          onChange={(until) => setDates({ ...dates, until })}
        />
        <Text size="sm">{t('addressees.memberDates')}</Text>
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending} disabled={!member}>
          {t('addressees.save')}
        </Button>
      </Stack>
    </form>
  );
}
