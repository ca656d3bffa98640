import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DropArea } from '../frame/DropArea';
import { ChosenFile } from './ChosenFile';
import type { Draft } from './draft';

interface WhatFieldProps {
  draft: Draft;
  put: (change: Partial<Draft>) => void;
}

/** One field for all that somebody may bring: a pasted link, a file that is dropped, pasted or chosen, or words. */
export function WhatField({ draft, put }: WhatFieldProps) {
  const { t } = useTranslation();
  const take = (file: File | null | undefined) => file && put({ file, title: null });
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  return (
    <DropArea label={t('evidence.chooseFile')} onFile={take}>
      <Stack gap="xs">
        {draft.file ? (
          <ChosenFile
            leaveLabel={t('evidence.leaveFile')}
            file={draft.file}
            leave={() => put({ file: null, title: null })}
          />
        ) : (
          <Textarea
            label={t('evidence.what')}
            description={t('evidence.whatHint')}
            autosize
            minRows={2}
            maxRows={10}
            value={draft.what}
            onChange={(event) => put({ what: event.currentTarget.value })}
            onPaste={paste}
            data-autofocus
          />
        )}
        <Group gap="xs">
          <FileButton onChange={take}>
            {(props) => (
              <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} aria-hidden />}>
                {draft.file ? t('evidence.chooseOther') : t('evidence.chooseFile')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" visibleFrom="xs">
            {t('evidence.orDrop')}
          </Text>
        </Group>
      </Stack>
    </DropArea>
  );
}
