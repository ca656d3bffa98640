import { Alert, Button, Group, List, Modal, Progress, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { CiteField } from './CiteField';
import { PastePreview } from './PastePreview';
import { type Checked, type Unreadable, useCheckBlock } from './useCheckBlock';

/** A block from a spreadsheet: pasted, looked at, and only then done. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked | Unreadable>();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('paste.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      closeOnClickOutside={false}
    >
      {typeof checked === 'object' ? (
        <PastePreview checked={checked} onBack={() => setChecked(undefined)} onClose={onClose} />
      ) : (
        <PasteForm text={text} onText={setText} unreadable={checked} onChecked={setChecked} />
      )}
    </Modal>
  );
}

interface PasteFormProps {
  text: string;
  onText: (text: string) => void;
  unreadable: Unreadable | undefined;
  onChecked: (checked: Checked | Unreadable) => void;
}

function PasteForm({ text, onText, unreadable, onChecked }: PasteFormProps) {
  const { t } = useTranslation();
  const { check, progress, isReady } = useCheckBlock(onChecked);
  const [evidenceIds, setEvidenceIds] = useState<string[]>([]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    check.mutate({ text, evidenceIds });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('paste.how')}</Text>
        <List size="sm">
          <List.Item>{t('paste.needed')}</List.Item>
          <List.Item>{t('paste.possible')}</List.Item>
          <List.Item>{t('paste.dues')}</List.Item>
          <List.Item>{t('paste.empty')}</List.Item>
        </List>
        <Textarea
          label={t('paste.block')}
          autosize
          minRows={6}
          maxRows={14}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'monospace', whiteSpace: 'pre' } }}
        />
        <Text size="sm">{t('paste.evidence')}</Text>
        <CiteField onChange={setEvidenceIds} />
        {unreadable && (
          <Alert color="red" role="alert">
            {t(`paste.unreadable.${unreadable}`)}
          </Alert>
        )}
        {check.isPending && <Progress value={progress} aria-label={t('paste.checking')} />}
        <Refused error={check.error} />
        <Group>
          <Button type="submit" disabled={!text.trim() || !isReady} loading={check.isPending}>
            {t('bulk.preview')}
          </Button>
          <Text size="sm">{t('bulk.previewFirst')}</Text>
        </Group>
      </Stack>
    </form>
  );
}
