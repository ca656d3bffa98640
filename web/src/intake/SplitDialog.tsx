import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cutsOf } from './document-pieces';
import type { Proposal } from './intake';

interface SplitDialogProps {
  text: string;
  proposal: Proposal;
  /** A place inside it that was pointed at in the document. */
  pointed: number | undefined;
  onSplit: (at: number) => void;
  onClose: () => void;
}

const SHOWN = 140;

/** Where the second ask begins: each place that its words offer, by what would then stand first. */
export function SplitDialog({ text, proposal, pointed, onSplit, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const cuts = cutsOf(text, proposal.span);
  const places = pointed === undefined ? cuts : [pointed, ...cuts.filter((at) => at !== pointed)];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('intake.splitWhere')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <Stack gap="xs">
        <Text size="sm">{t(places.length > 0 ? 'intake.splitAbout' : 'intake.splitNowhere')}</Text>
        {places.map((at) => (
          <Button
            key={at}
            variant="default"
            h="auto"
            py={6}
            justify="start"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start', fontWeight: 400 } }}
            onClick={() => onSplit(at)}
          >
            {text.slice(at, Math.min(proposal.span.end, at + SHOWN)).replace(/\s+/g, ' ')}
            {proposal.span.end > at + SHOWN && '…'}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
