import { Stack, Text, Timeline as Line, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { ShowMore } from '../frame/ShowMore';
import { useWorkspace } from '../frame/workspace';
import type { Recommendation } from './recommendation';
import { Body, Head, Sign } from './TimelineEntry';

type Beginning = NonNullable<Recommendation['timeline']>;
const FEW = 6;

interface TimelineProps {
  recommendationId: string;
  /** The newest of it, which came with the recommendation. */
  beginning: Beginning;
  /** All that was read, not the first few alone: to print it, say. */
  isWhole: boolean;
  /** Of its heading. */
  order: 2 | 3;
}

/** Everything that happened about an ask, newest first: what, when, by whom, on what evidence. */
export function Timeline({ recommendationId, beginning, isWhole, order }: TimelineProps) {
  const { t } = useTranslation();
  const [isUnfolded, setUnfolded] = useState(false);
  const rest = useRest(recommendationId, beginning.nextCursor);
  const all = [...beginning.items, ...rest.items];
  const shown = isUnfolded || isWhole ? all : all.slice(0, FEW);
  const hasMore = shown.length < all.length || rest.hasNextPage;
  return (
    <Stack gap="xs" component="section" aria-labelledby="timeline">
      <Title order={order} size={order === 3 ? 'h4' : undefined} id="timeline">
        {t('recommendations.timeline')}
      </Title>
      {all.length === 0 && <Text size="sm">{t('recommendations.nothingHappened')}</Text>}
      <Line bulletSize={20} lineWidth={2}>
        {shown.map((entry) => (
          <Line.Item key={entry.id} role="article" bullet={<Sign entry={entry} />} title={<Head entry={entry} />}>
            <Body entry={entry} />
          </Line.Item>
        ))}
      </Line>
      <ShowMore
        pages={{
          hasNextPage: hasMore,
          isFetchingNextPage: rest.isFetching,
          fetchNextPage: () => (isUnfolded || isWhole ? rest.goOn() : setUnfolded(true)),
        }}
      />
    </Stack>
  );
}

/** What came before the beginning, read page by page when somebody asks. */
function useRest(recommendationId: string, from: string | null) {
  const workspace = useWorkspace();
  const [isAsked, setAsked] = useState(false);
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: [workspace, 'recommendations', recommendationId, 'timeline', from],
    queryFn: ({ pageParam }) =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/timeline', {
          params: { path: { workspace, recommendationId }, query: { limit: 20, cursor: pageParam } },
        }),
      ),
    initialPageParam: from ?? undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isAsked && from !== null,
  });
  return {
    items: data?.pages.flatMap(({ items }) => items) ?? [],
    hasNextPage: data ? hasNextPage : from !== null,
    isFetching,
    goOn: () => (isAsked ? void fetchNextPage() : setAsked(true)),
  };
}
