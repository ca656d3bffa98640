import { Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import type { Waiting } from '../for-me/for-me';
import { Ahead, canLookAhead } from './Ahead';
import { Claim } from './Claim';

/** One claim after the other: what is claimed, on what, by whom; checked or sent back, then the next. */
export function ReviewPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  // Read once: what others check meanwhile is said when one comes to it, and the count of what is done stays true.
  const claims = useQuery({
    queryKey: ['review', workspace],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/for-me/{kind}', {
          params: { path: { workspace, kind: 'to-verify' }, query: { limit: 50 } },
        }),
      ),
    gcTime: 0,
  });
  return (
    <Page title={t('review.title')} about={t('review.about')}>
      <Read query={claims}>{({ items }) => <Claims items={items} onAgain={() => void claims.refetch()} />}</Read>
    </Page>
  );
}

function Claims({ items, onAgain }: { items: Waiting[]; onAgain: () => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const go = (by: number) => {
    setAt((before) => Math.min(Math.max(before + by, 0), items.length));
  };
  useHotkeys([
    [
      'j',
      () => {
        go(1);
      },
    ],
    [
      'k',
      () => {
        go(-1);
      },
    ],
  ]);
  const item = items[at];
  const next = items[at + 1];
  if (!item)
    return (
      <AtTheEnd
        isEmpty={items.length === 0}
        onAgain={() => {
          setAt(0);
          onAgain();
        }}
      />
    );
  return (
    <Stack>
      <Group justify="space-between">
        <Text role="status">{t('review.at', { at: at + 1, count: items.length })}</Text>
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            disabled={at === 0}
            onClick={() => {
              go(-1);
            }}
            aria-keyshortcuts="k"
          >
            {t('review.before')}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              go(1);
            }}
            aria-keyshortcuts="j"
          >
            {t('review.next')}
          </Button>
        </Group>
      </Group>
      <Progress value={(at / items.length) * 100} aria-label={t('review.progress')} />
      {canLookAhead(next) && <Ahead key={next.id} item={next} />}
      <Card withBorder>
        <Claim
          key={item.id}
          item={item}
          onDone={() => {
            go(1);
          }}
        />
      </Card>
    </Stack>
  );
}

function AtTheEnd({ isEmpty, onAgain }: { isEmpty: boolean; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty title={t(isEmpty ? 'review.none' : 'review.allDone')}>
      <Text>{t('review.noneWhy')}</Text>
      {!isEmpty && (
        <Button variant="default" onClick={onAgain}>
          {t('review.again')}
        </Button>
      )}
    </Empty>
  );
}
