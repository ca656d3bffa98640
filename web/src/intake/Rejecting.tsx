import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { FocusBack } from '../frame/useFocusBack';
import type { Why } from './acts';
import { REJECTIONS } from './intake';

interface RejectingProps {
  count: number;
  /** What was said before, to be set right. */
  said?: Pick<Schema['ProposalView'], 'rejection' | 'rejectionNote'> | undefined;
  onReject: (why: Why) => void;
  onClose: () => void;
}

/** Rejects with a reason, for whoever asks later: a usual one, words of one's own, both or neither. */
export function Rejecting({ count, said, onReject, onClose }: RejectingProps) {
  const { t } = useTranslation();
  const [rejection, setRejection] = useState<Why['rejection']>(said?.rejection ?? null);
  const [note, setNote] = useState(said?.rejectionNote ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onReject({ rejection, rejectionNote: note.trim() || null });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('intake.rejectWhy', { count })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <FocusBack />
      <form onSubmit={submit} aria-label={t('intake.rejectWhy', { count })}>
        <Stack>
          <Text size="sm">{t('intake.rejectAbout')}</Text>
          <Radio.Group
            label={t('intake.rejection')}
            value={rejection}
            onChange={(chosen) => setRejection(REJECTIONS.find((one) => one === chosen) ?? null)}
          >
            <Stack gap={6} mt={4}>
              {REJECTIONS.map((one, n) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`intake.rejections.${one}`)}
                  data-autofocus={n === 0 || undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('intake.rejectionNote')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button type="submit">{t('intake.reject')}</Button>
            <Button variant="default" onClick={onClose}>
              {t('frame.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
