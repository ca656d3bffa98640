import { Alert, Stack } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { optionsOf, type Track } from '../follow-ups/moving';
import { useWorkspace } from '../frame/workspace';
import { type Assessments, assessmentsOf, openObjections, type Position } from './assessments';
import { OnePosition } from './Positions';

/** What somebody objects holds up a check: read only where the options say so. */
export function OpenObjections({ track }: { track: Track }) {
  const workspace = useWorkspace();
  const { data } = useQuery(optionsOf(workspace, track));
  const isHeldUp = data?.some(({ unmet }) => unmet.some(({ condition }) => condition === 'no-open-objection'));
  return isHeldUp ? <Objections trackId={track.id} /> : null;
}

function Objections({ trackId }: { trackId: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useQuery(assessmentsOf(workspace, trackId));
  if (!data) return null;
  return (
    <Alert role="note" color="orange" icon={<IconHandStop aria-hidden />} title={t('assessments.heldUp')}>
      <Stack gap="sm">
        {openObjections(data).map((position) => (
          <OnePosition key={position.id} position={position} concerned={concernedBy(position, data)} />
        ))}
      </Stack>
    </Alert>
  );
}

const concernedBy = ({ assessmentId }: Position, { items, claim }: Assessments): string | undefined =>
  assessmentId === null ? claim?.by.organization.id : items.find(({ id }) => id === assessmentId)?.by.organization.id;
