import { Flex, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';

const HOW_MANY = 8;
const FIELDS = ['id', 'recommendation', 'addressee', 'response', 'implementation'] as const;
type Moved = Pick<Schema['FollowUpView'], (typeof FIELDS)[number]>;

/** What moved last, and where it stands since. */
export function Lately() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const moved = useQuery({
    queryKey: [workspace, 'follow-ups', 'lately'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/follow-ups', {
          params: { path: { workspace }, query: { sort: '-movedAt', limit: HOW_MANY, fields: [...FIELDS] } },
        }),
      ),
  });
  return (
    <Stack component="section" gap="sm" aria-labelledby="lately">
      <Title order={2} id="lately">
        {t('overview.lately')}
      </Title>
      <Read query={moved}>
        {({ items }) => (
          <List listStyleType="none" spacing="sm">
            {items.map((one) => (
              <List.Item key={one.id}>
                <Movement one={one} />
              </List.Item>
            ))}
          </List>
        )}
      </Read>
    </Stack>
  );
}

function Movement({ one: { recommendation, addressee, response, implementation } }: { one: Moved }) {
  const { t } = useTranslation();
  const last = response.updatedAt > implementation.updatedAt ? response : implementation;
  return (
    <>
      <Flex wrap="wrap" align="center" columnGap="xs">
        <RecordLink to="recommendations" id={recommendation.id} fw={600}>
          {recommendation.title}
        </RecordLink>
        <Text size="sm">{addressee.name}</Text>
      </Flex>
      <Flex wrap="wrap" align="center" columnGap="xs">
        <Text size="xs" c="dimmed">
          {t(`axes.${last.axis}`)}
        </Text>
        <PhaseSign phase={last.phase} label={last.label} />
        <Text size="xs" c="dimmed">
          <Instant at={last.updatedAt} />
        </Text>
      </Flex>
    </>
  );
}
