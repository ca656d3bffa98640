import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { useWorkspace } from '../frame/workspace';

/** Counts it anew, at its own day and instant, when somebody asks. */
export function Recount({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <Again id={id} />;
  return (
    <Button variant="default" className="no-print" w="fit-content" onClick={() => setAsked(true)}>
      {t('tallies.recount')}
    </Button>
  );
}

function Again({ id }: { id: string }) {
  const workspace = useWorkspace();
  const recount = useQuery({
    queryKey: [workspace, 'tallies', id, 'recount'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/tallies/{id}/recount', { params: { path: { workspace, id } } }),
      ),
  });
  return <Read query={recount}>{(read) => <Said recount={read} />}</Read>;
}

function Said({ recount: { number, recounted, same, gone, added } }: { recount: Schema['RecountView'] }) {
  const { t } = useTranslation();
  if (same)
    return (
      <Alert color="green" role="status" title={t('tallies.same', { n: number })}>
        {t('tallies.sameMeans')}
      </Alert>
    );
  return (
    <Alert color="yellow" role="status" title={t('tallies.differs', { n: recounted, was: number })}>
      <Stack gap="xs">
        <Text size="sm">{t('tallies.differsMeans')}</Text>
        <List size="sm">
          {[...gone, ...added].map(({ recommendationId, followUpId, why }) => (
            <List.Item key={followUpId ?? recommendationId}>
              {t(`tallies.differsBy.${why}`)}{' '}
              <RecordLink to="recommendations" id={recommendationId}>
                {t('tallies.toIt')}
              </RecordLink>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
