import { Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AddresseeField } from '../addressees/AddresseeField';
import { AddresseesField } from '../addressees/AddresseesField';
import { useDraft } from '../api/draft';
import { DateField } from '../dates/DateField';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { AsksField } from './AsksField';
import { type Begun, draftOf, type Engagement, type EngagementDraft, KINDS, LEVELS } from './engagementDraft';
import { ParticipantsField } from './ParticipantsField';
import { useSaveEngagement } from './useSaveEngagement';

interface FieldsProps {
  draft: EngagementDraft;
  put: (change: Partial<EngagementDraft>) => void;
}

interface EngagementFormProps {
  read?: Engagement;
  begun?: Begun;
  onSaved: (saved: Engagement) => void;
}

/** Records an act of advocacy, or changes one that was read. One letter delivers all its asks at once. */
export function EngagementForm({ read, begun, onSaved }: EngagementFormProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { base, draft, put, readAnew } = useDraft(read, [workspace, 'engagements', read?.id], (now) =>
    draftOf(now, begun),
  );
  const saving = useSaveEngagement(base, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // It lies over other forms at times: saving it saves none of them.
    event.stopPropagation();
    saving.mutate(draft);
  };
  return (
    <form onSubmit={submit} aria-label={t('engagements.form')}>
      <Stack>
        <NativeSelect
          label={t('engagements.kind')}
          value={draft.kind}
          onChange={(event) => put({ kind: event.currentTarget.value as EngagementDraft['kind'] })}
          data={KINDS.map((value) => ({ value, label: t(`engagements.kinds.${value}`) }))}
        />
        {base ? (
          <Text size="sm">{t('engagements.stays')}</Text>
        ) : (
          <DateField label={t('engagements.occurredOn')} onChange={(occurredOn) => put({ occurredOn })} />
        )}
        <AddresseesField
          label={t('engagements.with')}
          value={draft.addressees}
          onChange={(addressees) => put({ addressees })}
        />
        <ParticipantsField value={draft.participants} onChange={(participants) => put({ participants })} />
        <AsksField asks={draft.asks} onChange={(asks) => put({ asks })} />
        <Said draft={draft} put={put} />
        <DateField
          key={base?.version}
          label={t('engagements.awaitedOn')}
          start={draft.awaitedOn}
          onChange={(awaitedOn) => put({ awaitedOn })}
        />
        {!base && <SaidOnce draft={draft} put={put} />}
        <Refused error={saving.error} readAnew={base && (() => readAnew().then(saving.reset))} />
        <Button type="submit" loading={saving.isPending}>
          {t('engagements.save')}
        </Button>
      </Stack>
    </form>
  );
}

function Said({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('engagements.summary')}
        description={t('engagements.summaryAbout')}
        required
        autosize
        minRows={2}
        maxLength={5000}
        value={draft.summary}
        onChange={(event) => put({ summary: event.currentTarget.value })}
      />
      <Textarea
        label={t('engagements.outcome')}
        description={t('engagements.outcomeAbout')}
        autosize
        minRows={2}
        maxLength={5000}
        value={draft.outcome}
        onChange={(event) => put({ outcome: event.currentTarget.value })}
      />
    </>
  );
}

function SaidOnce({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <AddresseeField
        label={t('engagements.byAddressee')}
        description={t('engagements.byAddresseeAbout')}
        clearable
        none={t('engagements.byUs')}
        value={draft.byAddressee}
        onChange={(byAddressee) => put({ byAddressee })}
      />
      <NativeSelect
        label={t('engagements.confidentiality')}
        value={draft.confidentiality}
        onChange={(event) => put({ confidentiality: event.currentTarget.value as EngagementDraft['confidentiality'] })}
        data={LEVELS.map((value) => ({ value, label: t(`engagements.levels.${value}`) }))}
      />
    </>
  );
}
