import { Anchor, Stack, Table, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { When } from '../dates/When';
import { Engagements } from '../engagements/Engagements';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { useMay, useWorkspace } from '../frame/workspace';
import { MergedIn } from '../merges/MergedIn';
import { NextSteps } from '../next-steps/NextSteps';
import { Asks } from './Asks';
import type { Source } from './sourceDraft';
import { SourceActs } from './SourceActs';

export function SourcePage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: '/w/$workspace/sources/$id' });
  const source = useQuery({
    queryKey: [workspace, 'sources', id],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/sources/{id}', { params: { path: { workspace, id } } })),
  });
  return (
    <Read query={source}>
      {(read) =>
        // What was merged answers with the one that was kept.
        read.id === id ? <One source={read} /> : <Navigate to="." params={{ workspace, id: read.id }} replace />
      }
    </Read>
  );
}

function One({ source }: { source: Source }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Page
      title={source.title}
      about={t(`sources.kinds.${source.kind}`)}
      actions={mayWrite && <SourceActs source={source} />}
    >
      <Stack gap="xl">
        <Letterhead source={source} />
        <Asks source={source} />
        <NextSteps of={{ source: source.id }} about={{ sourceId: source.id }} />
        <Engagements of={{ source: source.id }} />
        <MergedIn of={{ noun: 'source', id: source.id, name: source.title }} />
      </Stack>
    </Page>
  );
}

/** From whom, to whom, when, and where it can be read; what isn't known has no line. */
function Letterhead({ source }: { source: Source }) {
  const { t } = useTranslation();
  const { issuedOn, issuers, recipients, copies, symbol, mechanism, cycle, session, language, url, note } = source;
  return (
    <Table variant="vertical" layout="auto" className="letterhead">
      <Table.Tbody>
        <Line name={t('sources.issuedOn')} words={<When date={issuedOn} />} />
        <Line name={t('sources.issuers')} words={listed(issuers)} />
        <Line name={t('sources.recipients')} words={listed(recipients)} />
        <Line name={t('sources.copies')} words={listed(copies)} />
        <Line name={t('sources.symbol')} words={symbol} />
        <Line name={t('sources.mechanism')} words={[mechanism, cycle, session].filter(Boolean).join(', ')} />
        <Line name={t('sources.language')} words={language && <LanguageName tag={language} />} />
        <Line name={t('sources.url')} words={url && <Outside source={source} />} />
        <Line name={t('sources.note')} words={note} />
      </Table.Tbody>
    </Table>
  );
}

const listed = (names: string[]): string => names.join('; ');

function Line({ name, words }: { name: string; words: ReactNode }) {
  if (!words) return null;
  return (
    <Table.Tr>
      <Table.Th scope="row" w={{ base: 110, sm: 180 }} fw={500}>
        {name}
      </Table.Th>
      <Table.Td>{words}</Table.Td>
    </Table.Tr>
  );
}

function LanguageName({ tag }: { tag: string }) {
  const { i18n } = useTranslation();
  return new Intl.DisplayNames(i18n.language, { type: 'language' }).of(tag) ?? tag;
}

/** Another house: it is not told where the reader comes from. */
function Outside({ source: { url, accessedOn } }: { source: Source }) {
  const { t } = useTranslation();
  const host = URL.canParse(url ?? '') ? new URL(url ?? '') : undefined;
  if (!host || !/^https?:$/.test(host.protocol)) return <Text size="sm">{url}</Text>;
  return (
    <>
      <Anchor href={host.href} target="_blank" rel="noreferrer noopener" size="sm">
        {t('sources.openAt', { host: host.hostname })} <IconExternalLink size={14} aria-hidden />
      </Anchor>
      {accessedOn && (
        <Text size="xs" c="dimmed">
          {t('sources.accessedOn')}: <When date={accessedOn} />
        </Text>
      )}
    </>
  );
}
