import { Button, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { DateField } from '../dates/DateField';
import { today } from '../dates/dates';
import { FindEvidence } from '../evidence/FindEvidence';
import { Refused } from '../frame/Refused';
import { confirm, type Occasion, type Outcome, OUTCOMES, recordOccasion } from './occasions';

interface SayOccasionProps {
  recommendationId: string;
  kind: 'occasion' | 'confirmation';
  /** The one whose place it takes. */
  corrected?: Occasion;
  close: () => void;
}

/** When it was, what it came to, who says so and on what. */
export function SayOccasion({ recommendationId, kind, corrected, close }: SayOccasionProps) {
  const { t } = useTranslation();
  const [occurredOn, setOccurredOn] = useState<string | null>(corrected?.occurredOn ?? today());
  const [outcome, setOutcome] = useState<Outcome>(corrected?.outcome ?? 'done');
  const [saidBy, setSaidBy] = useState(corrected?.saidBy ?? '');
  const [note, setNote] = useState(corrected?.note ?? '');
  const [piece, setPiece] = useState<{ id: string; title: string | null } | null>(corrected?.evidence ?? null);
  const saving = useActing(t(kind === 'occasion' ? 'occasions.saved' : 'occasions.confirmed'), (workspace) => {
    const said = {
      occurredOn: occurredOn ?? '',
      saidBy: saidBy.trim() || null,
      note: note.trim() || null,
      evidenceId: piece?.id ?? null,
      supersedes: corrected?.id ?? null,
    };
    return kind === 'occasion'
      ? recordOccasion(workspace, recommendationId, { ...said, outcome })
      : confirm(workspace, recommendationId, said);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate(undefined, { onSuccess: close });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {kind === 'confirmation' && <Text size="sm">{t('occasions.confirmMeans')}</Text>}
        <DateField label={t('occasions.when')} start={occurredOn} onChange={setOccurredOn} />
        {kind === 'occasion' && (
          <Radio.Group
            label={t('occasions.outcome')}
            value={outcome}
            onChange={(chosen) => setOutcome(OUTCOMES.find((one) => one === chosen) ?? outcome)}
          >
            <Stack gap={6} mt={4}>
              {OUTCOMES.map((one) => (
                <Radio key={one} value={one} label={t(`occasions.outcomes.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          label={t('occasions.saidBy')}
          maxLength={300}
          value={saidBy}
          onChange={(event) => setSaidBy(event.currentTarget.value)}
        />
        <FindEvidence onFound={setPiece} />
        {piece && (
          <Text size="sm">{t('occasions.onEvidence', { title: piece.title ?? t('followUps.withdrawn') })}</Text>
        )}
        <Textarea
          label={t('occasions.note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('occasions.save')}
        </Button>
      </Stack>
    </form>
  );
}
