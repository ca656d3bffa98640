import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddEvidence } from '../evidence/AddEvidence';
import { FindEvidence } from '../evidence/FindEvidence';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { attach, type Shown, SHOWS } from './pieces';

/** A piece that is there already, or a new one, and what of the engagement it shows. */
export function AttachPiece({ engagementId, onDone }: { engagementId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [shows, setShows] = useState<Shown['shows']>('text');
  const saving = useSaving('engagements', t('engagements.attached'), (workspace, evidenceId: string) =>
    attach(workspace, engagementId, evidenceId, shows),
  );
  const add = ({ id }: { id: string }) => saving.mutate(id, { onSuccess: onDone });
  return (
    <Stack>
      <NativeSelect
        label={t('engagements.shows')}
        value={shows}
        onChange={(event) => setShows(event.currentTarget.value as Shown['shows'])}
        data={SHOWS.map((value) => ({ value, label: t(`engagements.showing.${value}`) }))}
      />
      <Refused error={saving.error} />
      <FindEvidence onFound={add} />
      <AddEvidence onAdded={add} onCancel={onDone} />
    </Stack>
  );
}
