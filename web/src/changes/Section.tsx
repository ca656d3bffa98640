import { Badge, Group as Row, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ShowMore } from '../frame/ShowMore';
import { useWorkspace } from '../frame/workspace';
import { type Asked, type Group, MOST, moreOf } from './changes';
import { Line } from './Line';

/** One item of the agenda: how many there are, the first of them, and the way to the rest. */
export function Section({ asked, group }: { asked: Asked; group: Group }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { kind, items, nextCursor, count = 0 } = group;
  const more = useInfiniteQuery(moreOf(workspace, asked, kind, nextCursor));
  const further = more.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = [...items, ...further];
  const pages = {
    hasNextPage: more.data ? more.hasNextPage : nextCursor !== null,
    isFetchingNextPage: more.isFetching,
    fetchNextPage: () => (more.data ? more.fetchNextPage() : more.refetch()),
  };
  return (
    <Stack component="section" gap="xs" aria-labelledby={`changes-${kind}`}>
      <Row gap="xs">
        <Title order={2} id={`changes-${kind}`}>
          {t(`changes.kinds.${kind}`)}
        </Title>
        <Badge color="gray" variant="light" c="inherit">
          {count > MOST ? `${String(MOST)}+` : count}
        </Badge>
      </Row>
      {shown.length === 0 ? (
        <Text size="sm">{t(`changes.none.${kind}`)}</Text>
      ) : (
        <Stack gap="sm">
          {shown.map((change) => (
            <Line key={[change.id, change.act, change.followUpId].join()} change={change} />
          ))}
        </Stack>
      )}
      {pages.hasNextPage && (
        <Text size="sm" className="print-only">
          {t('changes.andMore', { n: count - shown.length })}
        </Text>
      )}
      <ShowMore pages={pages} />
    </Stack>
  );
}
