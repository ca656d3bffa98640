import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { FindAsk } from '../engagements/AsksField';
import { Refused } from '../frame/Refused';
import type { Recommendation } from './recommendation';
import { KINDS, relate } from './relation';

/** Says how this ask stands to another one, which is found by its words or code. */
export function Relate({ ask, close }: { ask: Recommendation; close: () => void }) {
  const { t } = useTranslation();
  const [other, setOther] = useState<{ id: string; code: string; title: string } | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('conflicts-with');
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
        <Radio.Group
          label={t('recommendations.relationKind')}
          value={kind}
          onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? kind)}
        >
          <Stack gap={6} mt={4}>
            {KINDS.map((one) => (
              <Radio key={one} value={one} label={t(`recommendations.kindsOfRelation.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <FindAsk label={t('recommendations.relateFind')} onFound={setOther} />
        <Text size="sm" role="status">
          {other ? `${t('recommendations.relateTo')}: ${other.code} ${other.title}` : t('recommendations.relateChoose')}
        </Text>
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
