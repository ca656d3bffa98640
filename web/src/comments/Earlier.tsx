import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import type { Said } from './comments';

/** What a comment said before it was changed: nothing that was said to others goes without a trace. */
export function Earlier({ said: { editedAt, earlier } }: { said: Said }) {
  const { t } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(false);
  if (editedAt === null || earlier.length === 0) return null;
  return (
    <Stack gap={4} align="flex-start">
      <Text size="xs" c="dimmed">
        {t('comments.edited')} <Instant at={editedAt} />{' '}
        <Button size="compact-xs" variant="subtle" className="no-print" aria-expanded={isShown} onClick={toggle}>
          {t(isShown ? 'comments.hideEarlier' : 'comments.showEarlier')}
        </Button>
      </Text>
      {isShown &&
        earlier.map(({ text, recordedAt }) => (
          <Text key={recordedAt} size="sm" c="dimmed" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            <Instant at={recordedAt} />: {text ?? t('comments.erased')}
          </Text>
        ))}
    </Stack>
  );
}
