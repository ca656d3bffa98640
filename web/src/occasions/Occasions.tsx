import { Card, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconSquareX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSayDate, When } from '../dates/When';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { type Occasion, useOccasions } from './occasions';
import { SayOccasion } from './SayOccasion';

const SIGNS = { done: IconCircleCheck, 'not-done': IconSquareX, 'not-known': IconHelpCircle };

/** A row of them, the latest first: a sign, a word and a date each. */
export function Occasions({ recommendationId, mayWrite }: { recommendationId: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const pages = useOccasions(recommendationId);
  return (
    <Read query={pages}>
      {() => (
        <Stack gap="xs">
          {pages.items.length === 0 && <Text size="sm">{t('occasions.none')}</Text>}
          <Group gap="xs" align="stretch">
            {pages.items.map((occasion) => (
              <One key={occasion.id} occasion={occasion} mayWrite={mayWrite} />
            ))}
          </Group>
          <ShowMore pages={pages} />
        </Stack>
      )}
    </Read>
  );
}

function One({ occasion, mayWrite }: { occasion: Occasion; mayWrite: boolean }) {
  const { t } = useTranslation();
  const say = useSayDate();
  const { outcome, occurredOn, saidBy, note, evidence, by } = occasion;
  const Sign = SIGNS[outcome];
  const name = `${say(occurredOn)}: ${t(`occasions.outcomes.${outcome}`)}`;
  return (
    <Card withBorder p="xs" component="article" aria-label={name} maw={320}>
      <Stack gap={4} align="flex-start">
        <Group gap={4} wrap="nowrap">
          <Sign size={18} aria-hidden />
          <Text size="sm" fw={600}>
            {t(`occasions.outcomes.${outcome}`)}
          </Text>
        </Group>
        <Text size="sm">
          <When date={occurredOn} />
        </Text>
        {saidBy && <Text size="sm">{t('occasions.saidByName', { name: saidBy })}</Text>}
        {note && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {note}
          </Text>
        )}
        {evidence && (
          <RecordLink to="evidence" id={evidence.id}>
            {evidence.title ?? t('followUps.withdrawn')}
          </RecordLink>
        )}
        <Text size="xs" c="dimmed">
          {by.name}, {by.organization.name}
        </Text>
        {mayWrite && (
          <Dialog
            label={t('occasions.correct')}
            title={t('occasions.correctNamed', { name })}
            size="compact-xs"
            variant="subtle"
            className="no-print"
            aria-label={t('occasions.correctNamed', { name })}
          >
            {(close) => (
              <SayOccasion
                recommendationId={occasion.recommendationId}
                kind="occasion"
                corrected={occasion}
                close={close}
              />
            )}
          </Dialog>
        )}
      </Stack>
    </Card>
  );
}
