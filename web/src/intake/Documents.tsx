import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { Instant } from '../dates/When';
import { LevelSign } from '../evidence/LevelSign';
import { Found } from '../frame/Found';
import { RecordLink } from '../frame/RecordLink';
import { useMay, useWorkspace } from '../frame/workspace';
import { DocumentSign } from './DocumentSign';
import { LISTED, type Listed, READERS } from './intake';
import { RemoveDocument } from './RemoveDocument';

/** The documents that were read in, the latest first, each with how far its decisions are. */
export function Documents() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  // Not in its row, which goes when somebody else discards it.
  const [discarding, setDiscarding] = useState<Listed>();
  const pages = usePages([workspace, ...LISTED], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/intake', {
        params: { path: { workspace }, query: { cursor, count: true, limit: 20 } },
      }),
    ),
  );
  return (
    <>
      <Found pages={pages} none={t('intake.none')} noneWhy={t('intake.noneWhy')}>
        <Rows rows={pages.items} discard={setDiscarding} />
      </Found>
      {discarding && <RemoveDocument document={discarding} close={() => setDiscarding(undefined)} />}
    </>
  );
}

function Rows({ rows, discard }: { rows: Listed[]; discard: (document: Listed) => void }) {
  const { t } = useTranslation();
  const mayRead = useMay(...READERS);
  return (
    <Table className="stacks">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('intake.document')}</Table.Th>
          <Table.Th>{t('intake.howFar')}</Table.Th>
          <Table.Th>{t('intake.broughtBy')}</Table.Th>
          {mayRead && <Table.Th>{t('intake.acts')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row" fw={400}>
              <Named document={row} />
            </Table.Th>
            <Table.Td>
              <HowFar document={row} />
            </Table.Td>
            <Table.Td>
              <Text size="sm">
                {row.by.name}, {row.by.organization.name}
              </Text>
              <Text size="xs" c="dimmed">
                <Instant at={row.createdAt} />
              </Text>
            </Table.Td>
            {mayRead && (
              <Table.Td>{row.state === 'ready' && <Discard document={row} open={() => discard(row)} />}</Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Named({ document: { id, title, language, format, confidentiality } }: { document: Listed }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Stack gap={4} align="flex-start">
      <Anchor
        fw={600}
        size="sm"
        py={3}
        lang={language}
        renderRoot={(props) => <Link {...props} to="/w/$workspace/intake/$id" params={{ workspace, id }} />}
      >
        {title}
      </Anchor>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t(`intake.formats.${format}`)}
        </Text>
        <LevelSign level={confidentiality} />
      </Group>
    </Stack>
  );
}

function Discard({ document: { title }, open }: { document: Listed; open: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      className="no-print"
      size="xs"
      variant="default"
      leftSection={<IconTrash size={16} aria-hidden />}
      aria-label={t('intake.discardNamed', { name: title })}
      onClick={open}
    >
      {t('intake.discard')}
    </Button>
  );
}

function HowFar({ document: { state, counts, source } }: { document: Listed }) {
  const { t } = useTranslation();
  const { proposed: left, accepted, rejected } = counts;
  return (
    <Stack gap={4} align="flex-start">
      <DocumentSign state={state} left={left} accepted={accepted} />
      <Text size="sm">
        {left + accepted + rejected === 0
          ? t('intake.foundNothing')
          : t(state === 'recorded' ? 'intake.countsRecorded' : 'intake.counts', { left, accepted, rejected })}
      </Text>
      {source && (
        <RecordLink to="sources" id={source.id}>
          {source.title ?? t('intake.itsSource')}
        </RecordLink>
      )}
    </Stack>
  );
}
