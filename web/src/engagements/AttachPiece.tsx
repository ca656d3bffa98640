import { Button, Divider, NativeSelect, Stack } from '@mantine/core';
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
  const [made, setMade] = useState<string | null>(null);
  const saving = useSaving('engagements', t('engagements.attached'), (workspace, evidenceId: string) =>
    attach(workspace, engagementId, evidenceId, shows),
  );
  const add = ({ id }: { id: string }) => saving.mutate(id, { onSuccess: onDone });
  return (
    <Stack>
      <NativeSelect
        label={t('engagements.shows')}
        description={t('engagements.showsFirst')}
        value={shows}
        onChange={(event) => setShows(event.currentTarget.value as Shown['shows'])}
        data={SHOWS.map((value) => ({ value, label: t(`engagements.showing.${value}`) }))}
      />
      <Refused error={saving.error} />
      {made ? (
        // The piece is there already: what is left to do is to attach it, not to bring it twice.
        <Button variant="default" loading={saving.isPending} onClick={() => add({ id: made })}>
          {t('frame.tryAgain')}
        </Button>
      ) : (
        <>
          <FindEvidence onFound={add} />
          <Divider label={t('engagements.orNew')} labelPosition="left" />
          <AddEvidence
            onAdded={(piece) => {
              setMade(piece.id);
              add(piece);
            }}
            onCancel={onDone}
          />
        </>
      )}
    </Stack>
  );
}
