import { Button, Group, Table, Text } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { When } from '../dates/When';
import { Dialog } from '../frame/Dialog';
import { Found } from '../frame/Found';
import { KindFilter } from '../frame/KindFilter';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { RecordLink } from '../frame/RecordLink';
import { SearchField } from '../frame/SearchField';
import { useMay, useWorkspace } from '../frame/workspace';
import { KINDS, type Source } from './sourceDraft';
import { SourceForm } from './SourceForm';

const FIELDS = ['id', 'title', 'kind', 'symbol', 'issuedOn', 'issuers', 'recommendationCount'] as const;
type Row = Pick<Source, (typeof FIELDS)[number]>;

export function SourcesPage() {
  const { t } = useTranslation();
  const { of } = useNarrowing();
  const pages = useSources(of('q'), oneOf(KINDS, of('kind')));
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={t('sources.title')}
      about={t(mayWrite ? 'sources.about' : 'sources.aboutAsk')}
      actions={
        mayWrite && (
          <>
            <ReadDocument />
            <Add />
          </>
        )
      }
    >
      <Group align="end" className="no-print">
        <SearchField label={t('sources.search')} />
        <KindFilter
          label={t('sources.kind')}
          every={t('sources.everyKind')}
          kinds={KINDS}
          say={(kind) => t(`sources.kinds.${kind}`)}
        />
      </Group>
      <Found pages={pages} none={t('sources.none')} noneWhy={t('sources.noneWhy')}>
        <Rows rows={pages.items} />
      </Found>
    </Page>
  );
}

function useSources(q: string | undefined, kind: (typeof KINDS)[number] | undefined) {
  const workspace = useWorkspace();
  return usePages([workspace, 'sources', 'list', { q, kind }], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/sources', {
        params: {
          path: { workspace },
          query: { q, kind: kind && [kind], cursor, count: true, sort: '-issuedOn', limit: 50, fields: [...FIELDS] },
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
          <Table.Th>{t('sources.name')}</Table.Th>
          <Table.Th>{t('sources.kind')}</Table.Th>
          <Table.Th>{t('sources.issuedOn')}</Table.Th>
          <Table.Th>{t('sources.asks')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, title, kind, symbol, issuedOn, issuers, recommendationCount }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="sources" id={id} fw={600}>
                {title}
              </RecordLink>
              <Text size="xs" c="dimmed">
                {[symbol, ...issuers].filter(Boolean).join(', ')}
              </Text>
            </Table.Th>
            <Table.Td>{t(`sources.kinds.${kind}`)}</Table.Td>
            <Table.Td data-label={t('sources.issuedOn')}>
              <When date={issuedOn} />
            </Table.Td>
            <Table.Td data-label={t('sources.asks')}>{recommendationCount}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Nobody types a letter in that can be read. */
function ReadDocument() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Button
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/w/$workspace/intake" params={{ workspace }} />}
    >
      {t('intake.read')}
    </Button>
  );
}

function Add() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const show = (id: string) => void navigate({ to: '/w/$workspace/sources/$id', params: { workspace, id } });
  return (
    <Dialog label={t('sources.add')} isWide leftSection={<IconPlus size={16} aria-hidden />}>
      {() => <SourceForm onSaved={({ id }) => show(id)} />}
    </Dialog>
  );
}
