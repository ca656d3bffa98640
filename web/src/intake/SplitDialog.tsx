import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FocusBack } from '../frame/useFocusBack';
import { CutField } from './CutField';
import { cutsOf, wordsIn } from './document-pieces';
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

/** Where the second ask begins: before any word of it, or at a place that its words offer. */
export function SplitDialog({ text, proposal, pointed, onSplit, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const { span } = proposal;
  const cuts = cutsOf(text, span);
  const words = wordsIn(text, span);
  const first = pointed ?? cuts[0] ?? words[0];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('intake.splitWhere')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <FocusBack />
      <Stack gap="xs">
        <Text size="sm">{t(first === undefined ? 'intake.splitNowhere' : 'intake.splitAbout')}</Text>
        {first !== undefined && <CutField text={text} span={span} words={words} first={first} onSplit={onSplit} />}
        {cuts.length > 0 && <Text size="sm">{t('intake.splitOffered')}</Text>}
        {cuts.map((at) => (
          <Button
            key={at}
            variant="default"
            h="auto"
            py={6}
            justify="start"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start', fontWeight: 400, lineHeight: 1.4 } }}
            onClick={() => onSplit(at)}
          >
            {text.slice(at, Math.min(span.end, at + SHOWN)).replace(/\s+/g, ' ')}
            {span.end > at + SHOWN && '…'}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
