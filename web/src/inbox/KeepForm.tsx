import { Button, FileButton, Group, Progress, Stack, Text, Textarea } from '@mantine/core';
import { IconInbox, IconUpload } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropArea } from '../frame/DropArea';
import { Refused } from '../frame/Refused';
import { useKeeping } from './useKeeping';

const IS_LINK = /^\s*https?:\/\/\S+\s*$/i;

/** Takes what comes by: a pasted link and a file that is dropped, pasted or chosen are kept at once, a sentence with Enter. */
export function KeepForm() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const keeping = useKeeping(() => setText(''));
  const take = (file: File | null | undefined) => file && keeping.mutate(file);
  const keep = () => text.trim() && !keeping.isPending && keeping.mutate(text.trim());
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text');
    if (!file && (text !== '' || !IS_LINK.test(pasted))) return;
    event.preventDefault();
    if (!file) setText(pasted.trim());
    keeping.mutate(file ?? pasted.trim());
  };
  const press = (event: KeyboardEvent) => {
    // While a Korean syllable is put together, Enter only ends it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    keep();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keep();
  };
  return (
    <form onSubmit={submit} aria-label={t('inbox.keep')}>
      <DropArea label={t('inbox.chooseFile')} onFile={take}>
        <Stack gap="xs">
          <Textarea
            label={t('inbox.what')}
            description={t('inbox.whatHint')}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={10_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onPaste={paste}
            onKeyDown={press}
          />
          <Group gap="xs">
            <Button
              type="submit"
              size="xs"
              loading={keeping.isPending}
              leftSection={<IconInbox size={16} aria-hidden />}
            >
              {t('inbox.keep')}
            </Button>
            <FileButton onChange={take}>
              {(props) => (
                <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} aria-hidden />}>
                  {t('inbox.chooseFile')}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed" visibleFrom="xs">
              {t('inbox.orDrop')}
            </Text>
          </Group>
          {keeping.isPending && keeping.variables instanceof File && (
            <OnItsWay name={keeping.variables.name} sent={keeping.sent} cancel={keeping.cancel} />
          )}
          <Refused error={keeping.error} />
        </Stack>
      </DropArea>
    </form>
  );
}

function OnItsWay({ name, sent, cancel }: { name: string; sent: number; cancel: () => void }) {
  const { t } = useTranslation();
  const percent = Math.floor(sent * 100);
  const words = t('inbox.sending', { name, percent });
  return (
    <Group gap="xs" wrap="nowrap">
      <Stack gap={4} flex={1} miw={0}>
        <Progress value={percent} aria-label={words} />
        <Text size="sm" lineClamp={1}>
          {words}
        </Text>
      </Stack>
      <Button variant="subtle" size="compact-sm" onClick={cancel}>
        {t('inbox.stop')}
      </Button>
    </Group>
  );
}
