import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChosenFile } from '../evidence/ChosenFile';
import { DropArea } from '../frame/DropArea';
import type { Brought } from './useReadingIn';

interface BringFieldProps {
  brought: Brought;
  put: (change: Partial<Brought>) => void;
}

/** One field for a whole document: its words pasted, or its file dropped, pasted or chosen. */
export function BringField({ brought: { file, content }, put }: BringFieldProps) {
  const { t } = useTranslation();
  const take = (chosen: File | null | undefined) => chosen && put({ file: chosen });
  const paste = (event: ClipboardEvent) => {
    const [pasted] = event.clipboardData.files;
    // A word processor brings a picture of the words along: the words are meant.
    if (!pasted || event.clipboardData.getData('text') !== '') return;
    event.preventDefault();
    take(pasted);
  };
  return (
    <DropArea label={t('intake.chooseFile')} onFile={take}>
      <Stack gap="xs">
        {file ? (
          <ChosenFile leaveLabel={t('intake.leaveFile')} file={file} leave={() => put({ file: null })} />
        ) : (
          <Textarea
            label={t('intake.what')}
            description={t('intake.whatHint')}
            autosize
            minRows={5}
            maxRows={14}
            value={content}
            onChange={(event) => put({ content: event.currentTarget.value })}
            onPaste={paste}
          />
        )}
        <Group gap="xs">
          <FileButton onChange={take} accept=".txt,.html,.htm,.docx,.pdf">
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} aria-hidden />}>
                {t(file ? 'intake.chooseOther' : 'intake.chooseFile')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('intake.orDrop')}
          </Text>
        </Group>
      </Stack>
    </DropArea>
  );
}
