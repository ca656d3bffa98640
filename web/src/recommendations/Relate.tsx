import { Button, Stack, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Refused } from '../frame/Refused';
import type { Recommendation } from './recommendation';
import { relate } from './relation';
import { type OtherAsk, RelationFields, type RelationKind } from './RelationFields';

/** Says how this ask stands to another one, which is found by its words or code. */
export function Relate({ ask, close }: { ask: Recommendation; close: () => void }) {
  const { t } = useTranslation();
  const [other, setOther] = useState<OtherAsk>();
  const [kind, setKind] = useState<RelationKind>('conflicts-with');
  const [note, setNote] = useState('');
  const saving = useActing(t('recommendations.related'), (workspace, otherId: string) =>
    relate(workspace, ask.id, { otherId, kind, ...(note.trim() && { note: note.trim() }) }),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (other) saving.mutate(other.id, { onSuccess: close });
  };
  return (
    <form onSubmit={submit} aria-label={t('recommendations.relate')}>
      <Stack>
        <RelationFields
          say={(one) => t(`recommendations.kindsOfRelation.${one}`)}
          kind={kind}
          onKind={setKind}
          other={other}
          onOther={setOther}
        />
        <Textarea
          label={t('recommendations.relationNote')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending} disabled={!other}>
          {t('recommendations.relateAct')}
        </Button>
      </Stack>
    </form>
  );
}
