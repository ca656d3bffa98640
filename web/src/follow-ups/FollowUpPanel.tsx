import { Grid, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Assessments } from '../assessments/Assessments';
import { Comments } from '../comments/Comments';
import { useIsPast } from '../frame/moment';
import { WhenSeen } from '../frame/WhenSeen';
import { Placing } from '../inbox/Placing';
import type { FollowUp } from '../recommendations/recommendation';
import { Closing } from './Closing';
import { Deadlines } from './Deadlines';
import { FollowUpEvidence } from './FollowUpEvidence';
import { Moving } from './Moving';

export type Side = 'response' | 'implementation';

interface FollowUpPanelProps {
  followUp: FollowUp;
  /** The links that hang together with it, itself among them. */
  chain: FollowUp[];
  /** What happened about the recommendation, between what may be done and what it stands on. */
  timeline: ReactNode;
}

/** The chosen link of a chain: what it is to do, how it may be moved, and on what evidence. */
export function FollowUpPanel({ followUp, chain, timeline }: FollowUpPanelProps) {
  const { t } = useTranslation();
  const [side, setSide] = useSide();
  const isPast = useIsPast();
  const { comment }: { comment?: unknown } = useSearch({ strict: false });
  const sought = typeof comment === 'string' ? comment : undefined;
  const track = followUp[side];
  return (
    <Paper withBorder p="md" component="section" aria-label={followUp.addressee.name}>
      <Stack>
        <Group justify="space-between" align="start">
          <div>
            <Title order={2}>{followUp.addressee.name}</Title>
            <Text>{followUp.ask}</Text>
            {followUp.owner && (
              <Text size="sm" c="dimmed">
                {t('followUps.owner', { name: followUp.owner.name })}
              </Text>
            )}
          </div>
          <SegmentedControl
            aria-label={t('followUps.side')}
            className="no-print"
            value={side}
            onChange={(value) => {
              setSide(value);
            }}
            data={[
              { value: 'response', label: t('axes.response') },
              { value: 'implementation', label: t('axes.implementation') },
            ]}
          />
        </Group>
        <Placing addressee={followUp.addressee.name} track={track} />
        <Grid gap="lg">
          {!isPast && (
            <Grid.Col span={{ base: 12, lg: 4 }} className="no-print">
              <Moving key={track.id} followUp={followUp} track={track} />
            </Grid.Col>
          )}
          <Grid.Col span={{ base: 12, lg: isPast ? 6 : 4 }}>{timeline}</Grid.Col>
          <Grid.Col span={{ base: 12, lg: isPast ? 6 : 4 }}>
            <FollowUpEvidence followUpId={followUp.id} track={track} />
          </Grid.Col>
        </Grid>
        <Deadlines followUpId={followUp.id} />
        <WhenSeen key={track.id}>
          <Assessments track={track} followUpId={followUp.id} />
        </WhenSeen>
        <WhenSeen isNow={sought !== undefined}>
          <Comments on={{ followUpId: followUp.id }} sought={sought} />
        </WhenSeen>
        <Closing followUp={followUp} chain={chain} />
      </Stack>
    </Paper>
  );
}

/** Which side of the follow-up is looked at stands in the address, so that a link leads to it. */
function useSide(): [Side, (side: Side) => void] {
  const navigate = useNavigate();
  const search: { side?: unknown } = useSearch({ strict: false });
  const side = search.side === 'response' ? 'response' : 'implementation';
  const setSide = (next: Side) => {
    void navigate({ to: '.', search: (before) => ({ ...before, side: next }), replace: true, resetScroll: false });
  };
  return [side, setSide];
}
