import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import type { Act } from './acts';
import { type Bulk, bodyOf, type Chosen, type Side, useSend, type Wish } from './bulk';
import { EvidenceWish } from './EvidenceWish';
import { MoveWish } from './MoveWish';
import { NextStepWish } from './NextStepWish';
import { OwnerWish } from './OwnerWish';
import { Preview } from './Preview';
import { Receipt } from './Receipt';
import { StepsDoneWish } from './StepsDoneWish';
import { ThemeWish } from './ThemeWish';
import { useSaidWhenClosed } from './useSaidWhenClosed';

interface BulkDialogProps {
  act: Act;
  chosen: Chosen;
  onClose: () => void;
}

/** One act on many: what it shall be, what would change and what not, and after the yes what was done, with the step back. */
export function BulkDialog({ act, chosen, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<{ step: 'preview' | 'receipt'; bulk: Bulk }>();
  const [asked] = useState(chosen);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const sayDone = useSaidWhenClosed();
  const done = (bulk: Bulk) => {
    if (isOpen.current) setShown({ step: 'receipt', bulk });
    else sayDone(bulk);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(asked.asks ? 'bulk.titles.asks' : `bulk.titles.${act}`, { count: asked.count })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      closeOnClickOutside={false}
    >
      {!shown && <WishForm act={act} chosen={asked} onPreview={(bulk) => setShown({ step: 'preview', bulk })} />}
      {shown?.step === 'preview' && <Preview bulk={shown.bulk} onBack={() => setShown(undefined)} onDone={done} />}
      {shown?.step === 'receipt' && <Receipt bulk={shown.bulk} onClose={onClose} />}
    </Modal>
  );
}

const FORMS = {
  owner: OwnerWish,
  transition: MoveWish,
  theme: ThemeWish,
  evidence: EvidenceWish,
  nextStep: NextStepWish,
  nextStepDone: StepsDoneWish,
};

function WishForm({ act, chosen, onPreview }: { act: Act; chosen: Chosen; onPreview: (bulk: Bulk) => void }) {
  const { t } = useTranslation();
  const send = useSend();
  const [wish, setWish] = useState<Wish>();
  const [side, setSide] = useState<Side>('implementation');
  const preview = useMutation({
    mutationFn: (asked: Wish) => send(bodyOf(asked, chosen, side)),
    onSuccess: onPreview,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (wish) preview.mutate(wish);
  };
  const Form = FORMS[act];
  return (
    <form onSubmit={submit}>
      <Stack>
        <Form chosen={chosen} side={side} onSide={setSide} onWish={setWish} />
        <Text size="sm">{t('bulk.previewFirst')}</Text>
        <Refused error={preview.error} />
        <Group>
          <Button type="submit" disabled={!wish} loading={preview.isPending}>
            {t('bulk.preview')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
