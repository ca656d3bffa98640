import { Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { LevelSign } from '../evidence/LevelSign';
import { RecordLink } from '../frame/RecordLink';
import { useMay, useMembership } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import type { Assessment } from './assessments';
import { Positions } from './Positions';
import { TakePosition } from './TakePosition';

/** One organization's finding: what, how sure, as of when, why, on what evidence, and where others stand on it. */
export function AssessmentCard({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const mayTake = useMay('administrator', 'editor', 'verifier', 'partner');
  const { by, phase, confidence, occurredOn, reasons, recordedAt, confidentiality } = assessment;
  return (
    <Card withBorder p="sm" component="article" aria-label={by.organization.name}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Title order={4} size="h5">
            {by.organization.name}
          </Title>
          <LevelSign level={confidentiality} />
        </Group>
        <PhaseSign phase={phase} />
        <Text size="sm">
          {t(`assessments.sure.${confidence}`)}
          {occurredOn !== null && (
            <>
              {', '}
              {t('assessments.asOf')} <When date={occurredOn} />
            </>
          )}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {reasons ?? t('assessments.erased')}
        </Text>
        <Evidence pieces={assessment.evidence} />
        <Text size="xs" c="dimmed">
          {by.name}, <Instant at={recordedAt} />
        </Text>
        <Positions positions={assessment.positions} concerned={by.organization.id} />
        {mayTake && assessment.standing && by.organization.id !== organization.id && (
          <TakePosition
            trackId={assessment.trackId}
            assessmentId={assessment.id}
            of={by.organization.name}
            isOwn={false}
          />
        )}
      </Stack>
    </Card>
  );
}

function Evidence({ pieces }: { pieces: Assessment['evidence'] }) {
  const { t } = useTranslation();
  if (pieces.length === 0) return <Text size="sm">{t('assessments.noEvidence')}</Text>;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('assessments.onEvidence')}
      </Text>
      <List size="sm">
        {pieces.map(({ id, title }) => (
          <List.Item key={id}>
            <RecordLink to="evidence" id={id}>
              {title ?? t('followUps.withdrawn')}
            </RecordLink>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
