import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DropArea } from '../frame/DropArea';
import type { Draft } from './draft';
import { useSaySize } from './useSaySize';

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
          <ChosenFile file={draft.file} leave={() => put({ file: null, title: null })} />
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

function ChosenFile({ file, leave }: { file: File; leave: () => void }) {
  const { t } = useTranslation();
  const saySize = useSaySize();
  return (
    <Group gap="xs" wrap="nowrap" align="center">
      <IconFile size={20} aria-hidden style={{ flex: 'none' }} />
      <Text flex={1} miw={0} lineClamp={2}>
        {file.name} ({saySize(file.size)})
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={leave}>
        {t('evidence.leaveFile')}
      </Button>
    </Group>
  );
}
