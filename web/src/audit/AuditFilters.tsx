import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Filters } from '../frame/Filters';
import { useNarrowing } from '../frame/narrowing';
import { useWorkspace } from '../frame/workspace';
import { ACTIONS, keyOf } from './acts';

/** What the log is narrowed to: a kind of act, a person, days. Only whoever may read all chooses a person. */
export function AuditFilters({ mayAll, count }: { mayAll: boolean; count: number | undefined }) {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const acts = ACTIONS.map((value) => ({ value, label: t(`audit.kinds.${keyOf(value)}`) }));
  const n = ['action', 'person', 'from', 'to'].filter((name) => of(name)).length;
  return (
    <Filters
      n={n}
      onClear={() => put({ action: undefined, person: undefined, from: undefined, to: undefined })}
      count={count}
    >
      <NativeSelect
        label={t('audit.action')}
        value={of('action') ?? ''}
        onChange={(event) => put({ action: event.currentTarget.value })}
        data={[{ value: '', label: t('audit.everyAction') }, ...acts]}
        maw={300}
      />
      {mayAll && <Person />}
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`audit.${name}`)}
          value={of(name) ?? ''}
          onChange={(event) => put({ [name]: event.currentTarget.value })}
        />
      ))}
    </Filters>
  );
}

function Person() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { of, put } = useNarrowing();
  const { data } = useQuery({
    queryKey: [workspace, 'members', 'named'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/members', {
          params: { path: { workspace }, query: { limit: 200, fields: ['id', 'name'] } },
        }),
      ),
  });
  return (
    <NativeSelect
      label={t('audit.person')}
      value={of('person') ?? ''}
      onChange={(event) => put({ person: event.currentTarget.value })}
      data={[
        { value: '', label: t('audit.everyPerson') },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      maw={260}
    />
  );
}
