import { Badge, Button, Code, Flex, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { RecordLink, type RecordLinkProps } from '../frame/RecordLink';
import { ACTIONS, keyOf } from './acts';
import type { ShownEvent } from './shownEvent';
import { Details } from './Details';

/** One entry of the log, in a sentence; with what changed, and its receipt when somebody asks for it. */
export function Event({ event }: { event: ShownEvent }) {
  const { t } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(false);
  const { at, actor, outcome, level, receipt } = event;
  return (
    <Paper withBorder p="sm" component="li">
      <Flex justify="space-between" align="start" gap="sm">
        <Flex wrap="wrap" columnGap="sm" align="center">
          <Text size="xs" c="dimmed">
            <Instant at={at} />
            {actor && `, ${actor.organization.name}`}
          </Text>
          {outcome === 'deny' && (
            <Badge color="red.9" leftSection={<IconBan size={12} aria-hidden />}>
              {t('audit.denied')}
            </Badge>
          )}
          {level !== 'public' && level !== 'coalition' && <Badge variant="default">{t(`audit.levels.${level}`)}</Badge>}
        </Flex>
        <Button
          size="compact-xs"
          variant="default"
          className="no-print"
          flex="none"
          aria-expanded={isShown}
          onClick={toggle}
        >
          {t('audit.receipt')}
        </Button>
      </Flex>
      <Sentence event={event} />
      <Details event={event} />
      {isShown && <Receipt of={receipt} />}
    </Paper>
  );
}

function Receipt({ of }: { of: string }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4} mt="xs">
      <Text size="xs">{t('audit.receiptAbout')}</Text>
      <Code block className="breaks">
        {of}
      </Code>
    </Stack>
  );
}

function Sentence({ event: { action, actor, details, objectType, objectId } }: { event: ShownEvent }) {
  const { t } = useTranslation();
  const who = actor?.name ?? t('audit.nobody');
  const known = ACTIONS.find((one) => one === action);
  const sentence = known
    ? t(`audit.acts.${keyOf(known)}`, { who })
    : t('audit.general', { who, act: action.replaceAll(/[.-]/g, ' ') });
  const what = nameOf(details);
  const to = PAGES[objectType];
  const recommendation = details?.['recommendationId'];
  return (
    <Flex wrap="wrap" columnGap="xs" align="center">
      <Text size="sm" fw={500}>
        {sentence}
      </Text>
      {to && objectId ? (
        <RecordLink to={to} id={objectId}>
          {what ?? t('audit.open')}
        </RecordLink>
      ) : (
        what && <Text size="sm">{what}</Text>
      )}
      {!to && typeof recommendation === 'string' && (
        <RecordLink to="recommendations" id={recommendation}>
          {t('audit.openRecommendation')}
        </RecordLink>
      )}
    </Flex>
  );
}

/** What has a page of its own. */
const PAGES: Partial<Record<string, RecordLinkProps['to']>> = {
  recommendation: 'recommendations',
  addressee: 'addressees',
  source: 'sources',
  evidence: 'evidence',
  engagement: 'engagements',
  intake: 'intake',
  indicator: 'figures',
  tally: 'tallies',
};

function nameOf(details: ShownEvent['details']): string | undefined {
  const named = ['title', 'name', 'label', 'code'].map((name) => details?.[name]);
  return named.find((one) => typeof one === 'string');
}
