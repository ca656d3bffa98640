import { Button, Group, Modal, NativeSelect, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { SearchField } from '../frame/SearchField';
import { ShowMore } from '../frame/ShowMore';
import { Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { AddresseeForm } from './AddresseeForm';
import { KINDS } from './kinds';

const FIELDS = ['id', 'kind', 'code', 'name', 'aliases', 'members', 'memberCount'] as const;
type Row = Pick<Schema['AddresseeView'], (typeof FIELDS)[number]>;

export function AddresseesPage() {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const kind = oneOf(KINDS, of('kind'));
  const pages = useAddressees(of('q'), kind);
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={t('addressees.title')}
      about={t(mayWrite ? 'addressees.about' : 'addressees.aboutAsk')}
      actions={mayWrite && <Add />}
    >
      <Group align="end" className="no-print">
        <SearchField label={t('addressees.search')} />
        <NativeSelect
          label={t('addressees.kind')}
          value={kind ?? ''}
          onChange={(event) => put({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t('addressees.everyKind') },
            ...KINDS.map((value) => ({ value, label: t(`addressees.kinds.${value}`) })),
          ]}
        />
      </Group>
      <Read query={pages}>
        {() => (
          <>
            <Text size="sm" role="status">
              {t('addressees.count', { n: pages.count ?? pages.items.length })}
            </Text>
            {pages.items.length > 0 ? (
              <Rows rows={pages.items} />
            ) : (
              <Empty title={t('addressees.none')}>
                <Text>{t('addressees.noneWhy')}</Text>
              </Empty>
            )}
            <ShowMore pages={pages} />
          </>
        )}
      </Read>
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
  const [isOpen, { open, close }] = useDisclosure(false);
  const show = (id: string) => void navigate({ to: '/w/$workspace/addressees/$id', params: { workspace, id } });
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {t('addressees.add')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('addressees.add')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <AddresseeForm onSaved={({ id }) => show(id)} />
      </Modal>
    </>
  );
}
