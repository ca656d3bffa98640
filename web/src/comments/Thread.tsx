import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Instant } from '../dates/When';
import { Refused } from '../frame/Refused';
import { type Comment, onOf, reopenThread, resolveThread } from './comments';
import { Saying } from './Saying';
import { Write } from './Write';

interface ThreadProps {
  comment: Comment;
  /** A link led here: it is brought into sight. */
  isSought: boolean;
  mayWrite: boolean;
}

/** A comment, what was replied to it, and whether it is settled. */
export function Thread({ comment, isSought, mayWrite }: ThreadProps) {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const [isReplying, setIsReplying] = useState(false);
  useEffect(() => {
    if (isSought) card.current?.scrollIntoView({ block: 'center' });
  }, [isSought]);
  const { id, replies, resolved } = comment;
  return (
    <Card ref={card} withBorder p="sm" component="article" aria-label={t('comments.by', { name: comment.by.name })}>
      <Stack gap="xs">
        <Saying said={comment} mayWrite={mayWrite} />
        {replies.length > 0 && (
          <Stack gap="sm" pl="md" component="ul" my={0} style={{ listStyle: 'none' }}>
            {replies.map((reply) => (
              <li key={reply.id}>
                <Saying said={reply} mayWrite={mayWrite} />
              </li>
            ))}
          </Stack>
        )}
        {resolved && (
          <Group gap={4} wrap="nowrap">
            <IconCheck size={16} aria-hidden />
            <Text size="sm">
              {t('comments.resolvedBy', { name: resolved.by.name, organization: resolved.by.organization.name })}{' '}
              <Instant at={resolved.recordedAt} />
            </Text>
          </Group>
        )}
        {mayWrite && isReplying && <Write on={onOf(comment)} replyTo={id} onClose={() => setIsReplying(false)} />}
        {mayWrite && !isReplying && <Acts comment={comment} onReply={() => setIsReplying(true)} />}
      </Stack>
    </Card>
  );
}

/** What may be done with the thread as a whole. */
function Acts({ comment, onReply }: { comment: Comment; onReply: () => void }) {
  const { t } = useTranslation();
  const isOpen = comment.resolved === null;
  const settling = useActing(t(isOpen ? 'comments.wasResolved' : 'comments.wasReopened'), (workspace) =>
    isOpen ? resolveThread(workspace, comment) : reopenThread(workspace, comment),
  );
  return (
    <Stack gap="xs" className="no-print">
      <Group gap="xs">
        {isOpen && (
          <Button size="xs" variant="default" onClick={onReply}>
            {t('comments.reply')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={settling.isPending} onClick={() => settling.mutate(undefined)}>
          {t(isOpen ? 'comments.resolve' : 'comments.reopen')}
        </Button>
      </Group>
      <Refused error={settling.error} />
    </Stack>
  );
}
