import { Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { Dialog } from '../frame/Dialog';
import { Found } from '../frame/Found';
import { KindFilter } from '../frame/KindFilter';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { RecordLink } from '../frame/RecordLink';
import { SearchField } from '../frame/SearchField';
import { useMay, useWorkspace } from '../frame/workspace';
import { AddresseeForm } from './AddresseeForm';
import { KINDS } from './kinds';

const FIELDS = ['id', 'kind', 'code', 'name', 'aliases', 'members', 'memberCount'] as const;
type Row = Pick<Schema['AddresseeView'], (typeof FIELDS)[number]>;

export function AddresseesPage() {
  const { t } = useTranslation();
  const { of } = useNarrowing();
  const pages = useAddressees(of('q'), oneOf(KINDS, of('kind')));
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={t('addressees.title')}
      about={t(mayWrite ? 'addressees.about' : 'addressees.aboutAsk')}
      actions={mayWrite && <Add />}
    >
      <Group align="end" className="no-print">
        <SearchField label={t('addressees.search')} />
        <KindFilter
          label={t('addressees.kind')}
          every={t('addressees.everyKind')}
          kinds={KINDS}
          say={(kind) => t(`addressees.kinds.${kind}`)}
        />
      </Group>
      <Found pages={pages} none={t('addressees.none')} noneWhy={t('addressees.noneWhy')}>
        <Rows rows={pages.items} />
      </Found>
    </Page>
  );
}

function useAddressees(q: string | undefined, kind: (typeof KINDS)[number] | undefined) {
  const workspace = useWorkspace();
  return usePages([workspace, 'addressees', 'list', { q, kind }], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/addressees', {
        params: {
          path: { workspace },
          query: { q, kind: kind && [kind], cursor, count: true, limit: 100, fields: [...FIELDS] },
        },
      }),
    ),
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  return (
    <Table className="stacks">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('addressees.name')}</Table.Th>
          <Table.Th>{t('addressees.kind')}</Table.Th>
          <Table.Th>{t('addressees.code')}</Table.Th>
          <Table.Th>{t('addressees.members')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, kind, code, name, aliases, members, memberCount }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="addressees" id={id} fw={600}>
                {name}
              </RecordLink>
              {aliases.length > 0 && (
                <Text size="xs" c="dimmed">
                  {aliases.join(', ')}
                </Text>
              )}
            </Table.Th>
            <Table.Td>{t(`addressees.kinds.${kind}`)}</Table.Td>
            <Table.Td data-label={t('addressees.code')}>{code}</Table.Td>
            <Table.Td data-label={members || memberCount ? t('addressees.members') : undefined}>
              {(memberCount ?? members) || ''}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Add() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const show = (id: string) => void navigate({ to: '/w/$workspace/addressees/$id', params: { workspace, id } });
  return (
    <Dialog label={t('addressees.add')} leftSection={<IconPlus size={16} aria-hidden />}>
      {() => <AddresseeForm onSaved={({ id }) => show(id)} />}
    </Dialog>
  );
}
