import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { useIs, useMay, useWorkspace } from '../frame/workspace';
import { type Comment, commentOf, type On, useComments } from './comments';
import { Thread } from './Thread';
import { Write } from './Write';

interface CommentsProps {
  on: On;
  /** The thread that a link led to. */
  sought: string | undefined;
}

/** What the coalition says to each other on a follow-up or a piece of evidence: threads that are answered and settled. */
export function Comments({ on, sought, order = 3 }: CommentsProps & { order?: 2 | 3 }) {
  const { t } = useTranslation();
  const heading = useId();
  const mayWrite = useMay('administrator', 'editor', 'verifier', 'partner');
  const writes = useIs('administrator', 'editor', 'verifier', 'partner');
  const [isEvery, setIsEvery] = useState(false);
  return (
    <Stack gap="xs" component="section" aria-labelledby={heading}>
      <Group justify="space-between" gap="xs">
        <Title order={order} size={order === 3 ? 'h4' : undefined} id={heading}>
          {t('comments.title')}
        </Title>
        <Switch
          size="sm"
          className="no-print"
          label={t('comments.showResolved')}
          checked={isEvery}
          onChange={(event) => setIsEvery(event.currentTarget.checked)}
        />
      </Group>
      <Text size="sm">{t('evidenceId' in on ? 'comments.aboutPiece' : 'comments.about')}</Text>
      {mayWrite && <Write on={on} />}
      {!writes && <Text size="sm">{t('comments.whoMay')}</Text>}
      <Threads key={sought} on={on} isEvery={isEvery} sought={sought} mayWrite={mayWrite} />
    </Stack>
  );
}

interface ThreadsProps extends CommentsProps {
  isEvery: boolean;
  mayWrite: boolean;
}

function Threads({ on, isEvery, sought, mayWrite }: ThreadsProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const pages = useComments(on, isEvery);
  const isListed = pages.items.some(({ id }) => id === sought);
  const apart = useQuery({
    ...commentOf(workspace, sought ?? ''),
    enabled: sought !== undefined && pages.isSuccess && !isListed,
  });
  const missing = !isListed && apart.data && isOn(apart.data, on) ? [apart.data] : [];
  return (
    <Read query={pages}>
      {() => (
        <Stack gap="xs">
          {pages.items.length + missing.length === 0 && (
            <Text size="sm">{t(isEvery ? 'comments.none' : 'comments.noneOpen')}</Text>
          )}
          {[...missing, ...pages.items].map((comment) => (
            <Thread key={comment.id} comment={comment} isSought={comment.id === sought} mayWrite={mayWrite} />
          ))}
          <ShowMore pages={pages} />
        </Stack>
      )}
    </Read>
  );
}

const isOn = ({ followUpId, evidenceId }: Comment, on: On): boolean =>
  'evidenceId' in on ? evidenceId === on.evidenceId : followUpId === on.followUpId;
