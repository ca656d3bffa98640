import { Button, Fieldset, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, useSayRoles } from '../administration/useSayRoles';
import { answer, client, type Schema } from '../api/client';
import { Refused } from '../frame/Refused';
import { ShownOnce } from '../frame/ShownOnce';

const LONGEST = 90;

/** A token has one workspace, one role and a last day. */
export function MakeToken({ memberships }: { memberships: Schema['MyMembershipView'][] }) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const [workspace, setWorkspace] = useState(memberships[0]?.workspace.slug ?? '');
  const [role, setRole] = useState('');
  const [days, setDays] = useState<number>(LONGEST);
  const roles = memberships.find((one) => one.workspace.slug === workspace)?.roles ?? [];
  const chosen = (roles.includes(role) ? role : roles[0]) as Role;
  const making = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/me/tokens', { body: { name, workspace, role: chosen, expiresInDays: days } })),
    onSuccess: () => {
      setName('');
      return cache.invalidateQueries({ queryKey: ['me', 'tokens'] });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Fieldset legend={t('account.makeToken')}>
        <Stack maw={420} align="flex-start">
          <TextInput
            w="100%"
            label={t('account.tokenName')}
            description={t('account.tokenNameHint')}
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            w="100%"
            label={t('account.tokenWorkspace')}
            value={workspace}
            onChange={(event) => setWorkspace(event.currentTarget.value)}
            data={memberships.map((one) => ({ value: one.workspace.slug, label: one.workspace.name }))}
          />
          <NativeSelect
            w="100%"
            label={t('account.tokenRole')}
            value={chosen}
            onChange={(event) => setRole(event.currentTarget.value)}
            data={roles.map((value) => ({ value, label: sayRoles([value]) }))}
          />
          <NumberInput
            label={t('account.tokenDays')}
            description={t('account.tokenDaysHint', { longest: LONGEST })}
            required
            min={1}
            max={LONGEST}
            allowDecimal={false}
            hideControls
            value={days}
            onChange={(value) => setDays(Number(value))}
          />
          <Refused error={making.error} />
          {making.data && (
            <ShownOnce title={t('account.tokenMade', { name: making.data.name })} secret={making.data.token}>
              {t('account.tokenOnce')}
            </ShownOnce>
          )}
          <Button type="submit" loading={making.isPending}>
            {t('account.make')}
          </Button>
        </Stack>
      </Fieldset>
    </form>
  );
}
