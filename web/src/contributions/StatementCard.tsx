import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { useSayEngagement } from '../engagements/useSayEngagement';
import { LevelSign } from '../evidence/LevelSign';
import { useIsPast } from '../frame/moment';
import { RecordLink } from '../frame/RecordLink';
import type { FollowUp } from '../recommendations/recommendation';
import type { Contribution } from './contributions';
import { StatementActs } from './StatementActs';
import { StoodBehind } from './StoodBehind';

/** One organization's statement: how sure, in what words, on which engagements and evidence, and who stands behind it. */
export function StatementCard({ contribution, of }: { contribution: Contribution; of: FollowUp }) {
  const { t } = useTranslation();
  const isPast = useIsPast();
  const { organization, state, strength, statement, confidentiality, by, statedAt } = contribution;
  const isWithdrawn = state === 'withdrawn';
  return (
    <Card withBorder p="sm" component="article" aria-label={organization.name}>
      <Stack gap={6} align="flex-start">
        <Group justify="space-between" gap="xs" w="100%">
          <Title order={3} size="h5">
            {organization.name}
          </Title>
          <LevelSign level={confidentiality} />
        </Group>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t(`contributions.strengths.${strength}`)}
          </Text>
          {isWithdrawn && (
            <Badge size="sm" variant="outline" color="gray.8" tt="none">
              {t('contributions.withdrawn')}
            </Badge>
          )}
        </Group>
        <Words td={isWithdrawn ? 'line-through' : undefined} text={statement ?? t('contributions.erased')} />
        <Labelled label={t('contributions.othersPart')} text={contribution.othersPart} />
        <Labelled label={t('contributions.otherExplanations')} text={contribution.otherExplanations} />
        <SpeaksOf contribution={contribution} />
        <Text size="xs" c="dimmed">
          {by.name}, <Instant at={statedAt} />
        </Text>
        <StoodBehind contribution={contribution} />
        {!isWithdrawn && !isPast && <StatementActs contribution={contribution} of={of} />}
      </Stack>
    </Card>
  );
}

function Words({ text, td }: { text: string; td?: 'line-through' | undefined }) {
  return (
    <Text size="sm" td={td} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  );
}

function Labelled({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Words text={text} />
    </div>
  );
}

/** The outcome, the engagements and the evidence that it names, as far as the reader may know them. */
function SpeaksOf({ contribution: { outcome, engagements, evidence } }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const say = useSayEngagement();
  return (
    <>
      {outcome && (
        <Text size="sm">
          {t('contributions.outcome')}: {t(`axes.${outcome.axis}`)}, {outcome.label}
          {outcome.occurredOn !== null && (
            <>
              {', '}
              <When date={outcome.occurredOn} />
            </>
          )}
        </Text>
      )}
      {engagements.map((engagement) => (
        <RecordLink key={engagement.id} to="engagements" id={engagement.id}>
          {say(engagement as Parameters<typeof say>[0])}
        </RecordLink>
      ))}
      {evidence.length > 0 && (
        <Text size="sm" fw={600}>
          {t('contributions.evidence')}
        </Text>
      )}
      {evidence.map(({ id, title }) => (
        <RecordLink key={id} to="evidence" id={id}>
          {title ?? t('followUps.withdrawn')}
        </RecordLink>
      ))}
    </>
  );
}
