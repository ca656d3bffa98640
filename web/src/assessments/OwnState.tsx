import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import type { Track } from '../follow-ups/moving';
import { useMay, useMembership } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import type { Assessments, Position } from './assessments';
import { Positions } from './Positions';
import { TakePosition } from './TakePosition';

interface OwnStateProps {
  track: Track;
  claim: Assessments['claim'];
  positions: Position[];
}

/** Where the workspace has it, who said so, and where organizations stand on that: beside the findings, not made of them. */
export function OwnState({ track, claim, positions }: OwnStateProps) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const mayTake = useMay('administrator', 'editor', 'verifier', 'partner');
  return (
    <Card withBorder p="sm" component="article" aria-label={t('assessments.ownState')}>
      <Stack gap={6}>
        <Title order={4} size="h5">
          {t('assessments.ownState')}
        </Title>
        <PhaseSign phase={track.phase} label={track.label} />
        {claim ? (
          <Text size="sm">
            {t('assessments.saidBy', { name: claim.by.name, organization: claim.by.organization.name })}{' '}
            <Instant at={claim.recordedAt} />
          </Text>
        ) : (
          <Text size="sm">{t('assessments.nothingSaid')}</Text>
        )}
        <Positions positions={positions} concerned={claim?.by.organization.id} />
        {mayTake && claim && (
          <TakePosition
            trackId={track.id}
            of={t('assessments.theState')}
            isOwn={claim.by.organization.id === organization.id}
          />
        )}
      </Stack>
    </Card>
  );
}
