import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSayDate } from '../dates/When';
import { useEngagements } from '../engagements/useEngagements';
import { useSayEngagement } from '../engagements/useSayEngagement';
import { evidenceOf } from '../follow-ups/moving';
import { useWorkspace } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { outcomesOf, type Said } from './contributions';

interface NamedProps {
  of: FollowUp;
  said: Said;
  onChange: (change: Partial<Said>) => void;
}

/** The outcome, the engagements and the evidence that a statement may name: what is recorded here already. */
export function Named({ of, said, onChange }: NamedProps) {
  return (
    <>
      <Outcome of={of} said={said} onChange={onChange} />
      <Concerned of={of} said={said} onChange={onChange} />
      <Grounds of={of} said={said} onChange={onChange} />
    </>
  );
}

function Outcome({ of, said, onChange }: NamedProps) {
  const { t } = useTranslation();
  const say = useSayDate();
  const { data = [] } = useQuery(outcomesOf(useWorkspace(), of.recommendation.id, of.id));
  const moves = data.flatMap(({ id, occurredOn, axis, move }) =>
    move && axis && move.correctedBy === null ? [{ id, occurredOn, axis, move }] : [],
  );
  if (moves.length === 0) return null;
  return (
    <NativeSelect
      label={t('contributions.outcome')}
      value={said.transitionId ?? ''}
      onChange={(event) => onChange({ transitionId: event.currentTarget.value || null })}
      data={[
        { value: '', label: t('contributions.noOutcome') },
        ...moves.map(({ id, occurredOn, axis, move }) => ({
          value: id,
          label: [t(`axes.${axis}`), move.label, occurredOn === null ? '' : say(occurredOn)].filter(Boolean).join(', '),
        })),
      ]}
    />
  );
}

function Concerned({ of, said, onChange }: NamedProps) {
  const { t } = useTranslation();
  const say = useSayEngagement();
  const { items } = useEngagements({ recommendation: of.recommendation.id }, 50);
  return (
    <Checkbox.Group
      label={t('contributions.engagements')}
      value={said.engagementIds ?? []}
      onChange={(engagementIds) => onChange({ engagementIds })}
    >
      <Stack gap={4} mt={4}>
        {items.map((engagement) => (
          <Checkbox
            key={engagement.id}
            value={engagement.id}
            label={`${say(engagement)}: ${engagement.summary.slice(0, 80)}`}
          />
        ))}
        {items.length === 0 && <Text size="sm">{t('contributions.noEngagements')}</Text>}
      </Stack>
    </Checkbox.Group>
  );
}

function Grounds({ of, said, onChange }: NamedProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(evidenceOf(useWorkspace(), of.id));
  const cited = said.evidenceIds ?? [];
  const replies = new Set(data.filter(({ shows }) => shows === 'reply').map(({ evidence }) => evidence.id));
  const pieces = [...new Map(data.map(({ evidence }) => [evidence.id, evidence])).values()];
  return (
    <Checkbox.Group
      label={t('contributions.evidence')}
      description={t('contributions.evidenceAbout')}
      value={cited}
      onChange={(evidenceIds) => onChange({ evidenceIds })}
    >
      <Stack gap={4} mt={4}>
        {pieces.map(({ id, title }) => (
          <Checkbox
            key={id}
            value={id}
            label={[title ?? t('followUps.withdrawn'), replies.has(id) ? t('contributions.isReply') : '']
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
        {pieces.length === 0 && <Text size="sm">{t('contributions.noEvidence')}</Text>}
      </Stack>
    </Checkbox.Group>
  );
}
