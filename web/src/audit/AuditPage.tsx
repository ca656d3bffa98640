import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { useNarrowing } from '../frame/narrowing';
import { Page } from '../frame/Page';
import { ON_ITS_WAY, Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { Empty } from '../frame/Standing';
import { useIs, useWorkspace } from '../frame/workspace';
import { AuditFilters } from './AuditFilters';
import { Event } from './Event';
import { states } from './states';

const FIELDS = [
  'id',
  'at',
  'action',
  'objectType',
  'objectId',
  'outcome',
  'level',
  'actor',
  'receipt',
  'details',
] as const;

/** What was done, by whom and when; the newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const mayAll = useIs('administrator', 'auditor');
  const pages = useEvents();
  // Read beside the events: a state that found its words later would push what stands under it.
  const { isPending } = useQuery(states(useWorkspace()));
  return (
    <Page title={t('audit.title')} about={t(mayAll ? 'audit.about' : 'audit.aboutOwn')}>
      <AuditFilters mayAll={mayAll} count={pages.count} />
      <Read query={isPending ? ON_ITS_WAY : pages}>
        {() => (
          <>
            <Text size="sm" role="status">
              {t('audit.count', { n: pages.count ?? pages.items.length })}
            </Text>
            {pages.items.length === 0 && (
              <Empty title={t('audit.none')}>
                <Text>{t('audit.noneWhy')}</Text>
              </Empty>
            )}
            <Stack component="ul" gap="xs" p={0} m={0} aria-label={t('audit.title')}>
              {pages.items.map((event) => (
                <Event key={event.id} event={event} />
              ))}
            </Stack>
            <ShowMore pages={pages} />
          </>
        )}
      </Read>
    </Page>
  );
}

function useEvents() {
  const workspace = useWorkspace();
  const { of } = useNarrowing();
  const [action, person, from, to] = ['action', 'person', 'from', 'to'].map(of);
  return usePages([workspace, 'audit', { action, person, from, to }], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/audit/events', {
        params: {
          path: { workspace },
          query: {
            action: action ? [action] : undefined,
            person,
            from: beginOf(from, 0),
            to: beginOf(to, 1),
            cursor,
            count: true,
            limit: 30,
            fields: [...FIELDS],
          },
        },
      }),
    ),
  );
}

/** When a day begins for the reader, or some days after it; the last day is asked for with all its hours. */
function beginOf(day: string | undefined, later: number): string | undefined {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
