import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { OneThing, Things } from '../frame/OneThing';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { Unfolding } from '../frame/Unfolding';
import { useMay, useWorkspace } from '../frame/workspace';
import { type Merge, mergesInto, type Twin, undoMerge } from './merging';

/** What was once an entry of its own and is this one since; each can be taken apart again. */
export function MergedIn({ of }: { of: Twin }) {
  const { t } = useTranslation();
  return (
    <Unfolding title={t('merges.mergedIn')}>
      <Listed of={of} />
    </Unfolding>
  );
}

function Listed({ of }: { of: Twin }) {
  const { t } = useTranslation();
  const merges = useQuery(mergesInto(useWorkspace(), of));
  return (
    <Read query={merges}>
      {(items) =>
        items.length === 0 ? (
          <Text size="sm">{t('merges.none')}</Text>
        ) : (
          <Things>
            {items.map((merge) => (
              <One key={merge.id} merge={merge} />
            ))}
          </Things>
        )
      }
    </Read>
  );
}

function One({ merge }: { merge: Merge }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayWrite = useMay('administrator', 'editor');
  const { old, by, recordedAt, undone } = merge;
  const undoing = useMutation({
    mutationFn: () => undoMerge(workspace, merge),
    onSuccess: () => notifications.show({ message: t('merges.undone', { name: old.name }) }),
  });
  return (
    <OneThing
      acts={
        mayWrite &&
        !undone && (
          <Button size="xs" variant="default" loading={undoing.isPending} onClick={() => undoing.mutate()}>
            {t('merges.undo')}
          </Button>
        )
      }
    >
      <Text fw={600}>{old.name}</Text>
      <Stack gap={0}>
        <Text size="sm">
          {t('merges.by', { name: by.name, organization: by.organization.name })} <Instant at={recordedAt} />
        </Text>
        {undone && (
          <Text size="sm">
            {t('merges.undoneBy', { name: undone.by.name, organization: undone.by.organization.name })}{' '}
            <Instant at={undone.at} />
          </Text>
        )}
      </Stack>
      <Refused error={undoing.error} />
    </OneThing>
  );
}
