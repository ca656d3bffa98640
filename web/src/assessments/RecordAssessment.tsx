import { Button, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import { today } from '../dates/dates';
import { LevelField } from '../evidence/LevelField';
import { Citing } from '../follow-ups/Citing';
import { evidenceOf, type Track } from '../follow-ups/moving';
import { Refused } from '../frame/Refused';
import { useMembership, useWorkspace } from '../frame/workspace';
import { PHASES } from '../phases/phases';
import { type Finding, recordAssessment } from './assessments';
import { useActing } from './useActing';

const SURE = ['high', 'medium', 'low'] as const;
/** There is no finding for named persons alone. */
const LEVELS = ['public', 'coalition', 'organization'] as const;

interface RecordAssessmentProps {
  track: Track;
  followUpId: string;
  close: () => void;
}

/** What one's own organization finds: what, how sure, why, as of when, on what evidence, for whom to read. */
export function RecordAssessment({ track, followUpId, close }: RecordAssessmentProps) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const phases = PHASES[track.axis === 'response' ? 'response' : 'implementation'];
  const [said, setSaid] = useState<Finding>({
    phase: phases[0],
    confidence: 'medium',
    reasons: '',
    occurredOn: today(),
    evidenceIds: [],
    confidentiality: 'coalition',
  });
  const put = (change: Partial<Finding>) => setSaid((before) => ({ ...before, ...change }));
  const recording = useActing(t('assessments.recorded'), (workspace) => recordAssessment(workspace, track.id, said));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    recording.mutate(undefined, { onSuccess: close });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label={t('assessments.phase', { side: t(`axes.${track.axis}`) })}
          value={said.phase}
          onChange={(event) => put({ phase: event.currentTarget.value as Finding['phase'] })}
          data={phases.map((value) => ({ value, label: t(`phases.${value}`) }))}
        />
        <Radio.Group
          label={t('assessments.confidence')}
          value={said.confidence}
          onChange={(value) => put({ confidence: value })}
        >
          <Stack gap="xs" mt={4}>
            {SURE.map((value) => (
              <Radio key={value} value={value} label={t(`assessments.sure.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('assessments.reasons')}
          required
          autosize
          minRows={3}
          value={said.reasons}
          onChange={(event) => put({ reasons: event.currentTarget.value })}
        />
        <DateField label={t('assessments.occurredOn')} onChange={(occurredOn) => put({ occurredOn })} />
        <Cited
          track={track}
          followUpId={followUpId}
          cited={said.evidenceIds ?? []}
          onChange={(evidenceIds) => put({ evidenceIds })}
        />
        <LevelField
          levels={LEVELS}
          level={said.confidentiality ?? 'coalition'}
          onChange={(confidentiality) => put({ confidentiality })}
        />
        <Text size="sm">{t('assessments.willBe', { organization: organization.name })}</Text>
        <Refused error={recording.error} />
        <Button type="submit" loading={recording.isPending}>
          {t('assessments.recordDo')}
        </Button>
      </Stack>
    </form>
  );
}

interface CitedProps {
  track: Track;
  followUpId: string;
  cited: string[];
  onChange: (ids: string[]) => void;
}

/** What is attached to the follow-up, and what is attached now. */
function Cited({ track, followUpId, cited, onChange }: CitedProps) {
  const workspace = useWorkspace();
  const { data } = useQuery(evidenceOf(workspace, followUpId));
  return <Citing track={track} linked={data ?? []} cited={cited} onChange={onChange} />;
}
