import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Instant } from '../dates/When';
import { Refused } from '../frame/Refused';
import { useMembership } from '../frame/workspace';
import { acknowledge, onOf, type Said } from './comments';
import { Earlier } from './Earlier';
import { RemoveComment } from './RemoveComment';
import { Write } from './Write';

/** One comment or reply: who said what when, to whom, and what one may do with it. */
export function Saying({ said, mayWrite }: { said: Said; mayWrite: boolean }) {
  const { t } = useTranslation();
  const membership = useMembership();
  const [isEditing, setIsEditing] = useState(false);
  const { by, text, removed, mentions, recordedAt } = said;
  const isOwn = by.id === membership.id;
  return (
    <Stack gap={4}>
      <Text size="sm">
        <strong>{by.name}</strong>, {by.organization.name}, <Instant at={recordedAt} />
      </Text>
      {isEditing ? (
        <Write on={onOf(said)} said={said} onClose={() => setIsEditing(false)} />
      ) : (
        <Text
          size="sm"
          fs={text === null ? 'italic' : undefined}
          style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
        >
          {text ?? (removed ? t('comments.removedBy', { name: removed.by.name }) : t('comments.erased'))}
          {removed && (
            <>
              , <Instant at={removed.recordedAt} />
            </>
          )}
        </Text>
      )}
      {mentions.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('comments.to', { names: mentions.map(({ name }) => name).join(', ') })}
        </Text>
      )}
      <Earlier said={said} />
      {mayWrite && said.awaitsYou && <Awaited said={said} />}
      {mayWrite && isOwn && removed === null && !isEditing && (
        <Group gap="xs" className="no-print">
          <Button size="compact-xs" variant="subtle" onClick={() => setIsEditing(true)}>
            {t('comments.edit')}
          </Button>
          <RemoveComment said={said} />
        </Group>
      )}
    </Stack>
  );
}

/** It speaks to the reader: a reply or one press, and it waits no longer. */
function Awaited({ said }: { said: Said }) {
  const { t } = useTranslation();
  const seeing = useActing(t('comments.wasSeen'), (workspace) => acknowledge(workspace, said));
  return (
    <Group gap="xs" className="no-print">
      <Badge variant="outline" color="gray.8" tt="none">
        {t('comments.mentionsYou')}
      </Badge>
      <Button size="xs" variant="default" loading={seeing.isPending} onClick={() => seeing.mutate(undefined)}>
        {t('comments.seen')}
      </Button>
      <Refused error={seeing.error} />
    </Group>
  );
}
