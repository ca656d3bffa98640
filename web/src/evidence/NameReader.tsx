import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Member, useMembers } from '../administration/lists';
import { answer, client } from '../api/client';
import { today } from '../dates/dates';
import { useSayDate } from '../dates/When';
import { Refused } from '../frame/Refused';
import { ReasonField } from '../frame/ReasonField';
import { useSaving } from '../frame/useSaving';
import { useMembership } from '../frame/workspace';
import type { Piece } from './piece';
import { isHere, type Reader } from './readers';

interface NameReaderProps {
  piece: Piece;
  readers: Reader[];
  close: () => void;
}

/** Asks that somebody be named: whom, why, until when, and which administrator confirms. It says before who will be able to open it. */
export function NameReader({ piece, readers, close }: NameReaderProps) {
  const { t } = useTranslation();
  const { id: own } = useMembership();
  const members = (useMembers().data?.items ?? []).filter((one) => isHere(one) && one.id !== own);
  const [asked, setAsked] = useState({ memberId: '', askedOfId: '', reason: '', endsOn: '' });
  const put = (change: Partial<typeof asked>) => setAsked((before) => ({ ...before, ...change }));
  const already = new Set(readers.filter(({ mayOpen }) => mayOpen).map(({ reader }) => reader.id));
  const saving = useSaving('evidence', t('readers.isAsked'), (workspace) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/reader-requests', {
        params: { path: { workspace, evidenceId: piece.id } },
        body: asked,
      }),
    ),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate(undefined, { onSuccess: close });
  };
  const administrators = members.filter(({ id, roles }) => roles.includes('administrator') && id !== asked.memberId);
  const isAlone = members.length > 0 && !members.some(({ roles }) => roles.includes('administrator'));
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('readers.twoName')}</Text>
        <Select
          {...{ label: t('readers.whom'), searchable: true, required: true, value: asked.memberId || null }}
          onChange={(memberId) => put({ memberId: memberId ?? '' })}
          data={choicesOf(members.filter(({ id }) => !already.has(id) && id !== asked.askedOfId))}
        />
        <ReasonField
          label={t('readers.why')}
          description={t('readers.whyHint')}
          maxLength={1000}
          value={asked.reason}
          put={(reason) => put({ reason })}
        />
        <TextInput
          {...{ type: 'date', label: t('readers.lastDay'), required: true, min: today(), value: asked.endsOn }}
          onChange={(event) => put({ endsOn: event.currentTarget.value })}
        />
        <Select
          {...{ label: t('readers.whoConfirms'), description: t('readers.whoConfirmsHint'), required: true }}
          {...{ searchable: true, value: asked.askedOfId || null, data: choicesOf(administrators) }}
          onChange={(askedOfId) => put({ askedOfId: askedOfId ?? '' })}
        />
        {isAlone && <Text size="sm">{t('readers.noConfirmer')}</Text>}
        <WillOpen members={members} readers={readers} asked={asked} />
        <Refused error={saving.error} />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending} disabled={!asked.memberId || !asked.askedOfId}>
            {t('readers.ask')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const choicesOf = (members: Member[]) =>
  members.map(({ id, name, organization }) => ({ value: id, label: `${name}, ${organization.name}` }));

interface WillOpenProps {
  members: Member[];
  readers: Reader[];
  asked: { memberId: string; askedOfId: string; endsOn: string };
}

/** Who will be able to open the piece once it is confirmed, by name; and what whoever confirms learns of it. */
function WillOpen({ members, readers, asked }: WillOpenProps) {
  const { t, i18n } = useTranslation();
  const say = useSayDate();
  const wanted = members.find(({ id }) => id === asked.memberId);
  const confirmer = members.find(({ id }) => id === asked.askedOfId);
  if (!wanted) return null;
  const until = (name: string, day: string | null) => (day ? t('readers.namedUntil', { name, day: say(day) }) : name);
  const names = [
    ...readers.filter(({ mayOpen }) => mayOpen).map(({ reader, endsOn }) => until(reader.name, endsOn)),
    until(wanted.name, asked.endsOn || null),
  ];
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  return (
    <Alert role="status">
      <Text size="sm">{t('readers.willOpen', { count: names.length, names: list })}</Text>
      {confirmer && <Text size="sm">{t('readers.confirmerLearns', { name: confirmer.name })}</Text>}
    </Alert>
  );
}
