import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant, useSayDate } from '../dates/When';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { Empty } from '../frame/Standing';
import { useSaving } from '../frame/useSaving';
import { useMay, useMembership, useWorkspace } from '../frame/workspace';
import type { ReaderRequest } from './readers';

type Decision = Schema['DecideReaderRequestDto']['decision'];

/** What one administrator was asked to confirm, and what became of what one asked. */
export function ReaderRequestsPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const requests = useQuery({
    queryKey: [workspace, 'reader-requests'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/reader-requests', {
          params: { path: { workspace }, query: { limit: 100 } },
        }),
      ),
  });
  return (
    <Page title={t('readers.requests')} about={<Text size="sm">{t('readers.requestsAbout')}</Text>}>
      <Read query={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('readers.noRequests')}>
              <Text>{t('readers.noRequestsWhy')}</Text>
            </Empty>
          ) : (
            items.map((request) => <Request key={request.id} request={request} />)
          )
        }
      </Read>
    </Page>
  );
}

function Request({ request }: { request: ReaderRequest }) {
  const { t } = useTranslation();
  const say = useSayDate();
  const { id } = useMembership();
  const { reader, requestedBy, askedOf, endsOn, reason, createdAt, state } = request;
  const mayDecide = useMay('administrator') && askedOf.id === id && state === 'open';
  return (
    <Card withBorder p="sm" component="article">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('readers.wantsToName', { asker: requestedBy.name, name: reader.name })}
        </Title>
        <Text size="sm">{t('readers.untilDay', { organization: reader.organization.name, day: say(endsOn) })}</Text>
        <Text>{reason}</Text>
        <Text size="sm" c="dimmed">
          <Instant at={createdAt} />, {t(`readers.state.${state}`, { name: askedOf.name })}
        </Text>
        {mayDecide && <Deciding request={request} />}
      </Stack>
    </Card>
  );
}

function Deciding({ request: { id, reader } }: { request: ReaderRequest }) {
  const { t } = useTranslation();
  const decide = (workspace: string, decision: Decision) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/reader-requests/{id}/decision', {
        params: { path: { workspace, id } },
        body: { decision },
      }),
    );
  const saving = useSaving('reader-requests', t('readers.isDecided'), decide);
  return (
    <Stack gap="xs" className="no-print">
      <Text size="sm">{t('readers.confirmMeans', { name: reader.name })}</Text>
      <Refused error={saving.error} />
      <Group gap="xs">
        <Button loading={saving.isPending} onClick={() => saving.mutate('confirm')}>
          {t('readers.confirm')}
        </Button>
        <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate('decline')}>
          {t('readers.decline')}
        </Button>
      </Group>
    </Stack>
  );
}
