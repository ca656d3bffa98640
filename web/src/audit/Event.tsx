import { Badge, Button, Code, Flex, List, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { ACTIONS, type AuditEvent, keyOf } from './acts';
import { Details } from './Details';

export type ShownEvent = Pick<
  AuditEvent,
  'id' | 'at' | 'action' | 'objectType' | 'objectId' | 'outcome' | 'level' | 'actor' | 'receipt' | 'details'
>;

/** One entry of the log, in a sentence; with what changed, and its receipt when somebody asks for it. */
export function Event({ event }: { event: ShownEvent }) {
  const { t } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(false);
  const { at, actor, outcome, level, receipt } = event;
  return (
    <List.Item display="block" className="entry">
      <Paper withBorder p="sm">
        <Flex wrap="wrap" columnGap="sm" align="center">
          <Text size="xs" c="dimmed">
            <Instant at={at} />
          </Text>
          {outcome === 'deny' && (
            <Badge color="red.9" leftSection={<IconBan size={12} aria-hidden />}>
              {t('audit.denied')}
            </Badge>
          )}
          {level !== 'public' && level !== 'coalition' && (
            <Badge variant="outline" color="gray.8">
              {t(`audit.levels.${level}`)}
            </Badge>
          )}
        </Flex>
        <Sentence event={event} />
        {actor && (
          <Text size="xs" c="dimmed">
            {actor.organization.name}
          </Text>
        )}
        <Details event={event} />
        <Stack gap={4} mt={4} align="flex-start">
          <Button
            size="compact-xs"
            variant="default"
            className="no-print"
            aria-expanded={isShown}
            onClick={toggle}
            aria-label={t('audit.receiptOf', { shown: t(isShown ? 'audit.hideReceipt' : 'audit.showReceipt'), at })}
          >
            {t(isShown ? 'audit.hideReceipt' : 'audit.showReceipt')}
          </Button>
          {isShown && (
            <>
              <Text size="xs">{t('audit.receiptAbout')}</Text>
              <Code block style={{ whiteSpace: 'normal', wordBreak: 'break-all' }}>
                {receipt}
              </Code>
            </>
          )}
        </Stack>
      </Paper>
    </List.Item>
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
const PAGES: Partial<Record<string, 'recommendations' | 'addressees' | 'sources' | 'evidence'>> = {
  recommendation: 'recommendations',
  addressee: 'addressees',
  source: 'sources',
  evidence: 'evidence',
};

function nameOf(details: ShownEvent['details']): string | undefined {
  const named = ['title', 'name', 'label', 'code'].map((name) => details?.[name]);
  return named.find((one) => typeof one === 'string');
}
