import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { useIs, useMay, useWorkspace } from '../frame/workspace';
import type { Track } from '../follow-ups/moving';
import { AssessmentCard } from './AssessmentCard';
import { type Assessments as Found, assessmentsOf } from './assessments';
import { Earlier } from './Earlier';
import { OwnState } from './OwnState';
import { RecordAssessment } from './RecordAssessment';
import { Replies } from './Replies';

/** Who finds what, how sure, why and on which evidence, beside the workspace's own state and the addressee's own account. */
export function Assessments({ track, followUpId }: { track: Track; followUpId: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const heading = useId();
  const mayRecord = useMay('administrator', 'editor', 'verifier', 'partner');
  const records = useIs('administrator', 'editor', 'verifier', 'partner');
  return (
    <Stack gap="xs" component="section" aria-labelledby={heading}>
      <Title order={3} size="h4" id={heading}>
        {t('assessments.title')}
      </Title>
      <Text size="sm">{t('assessments.about')}</Text>
      <Read query={useQuery(assessmentsOf(workspace, track.id))}>{(all) => <Shown all={all} track={track} />}</Read>
      {mayRecord && (
        <div className="no-print">
          <Dialog label={t('assessments.record')} size="xs" variant="default" isWide>
            {(close) => <RecordAssessment track={track} followUpId={followUpId} close={close} />}
          </Dialog>
        </div>
      )}
      {!records && <Text size="sm">{t('assessments.whoMay')}</Text>}
    </Stack>
  );
}

function Shown({ all, track }: { all: Found; track: Track }) {
  const { t } = useTranslation();
  const standing = all.items.filter((assessment) => assessment.standing);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <OwnState track={track} claim={all.claim} positions={all.positions} />
        {standing.map((assessment) => (
          <AssessmentCard key={assessment.id} assessment={assessment} />
        ))}
        <Replies replies={all.replies} />
      </SimpleGrid>
      {standing.length === 0 && <Text size="sm">{t('assessments.none')}</Text>}
      <Earlier assessments={all.items.filter((assessment) => !assessment.standing)} />
    </>
  );
}
