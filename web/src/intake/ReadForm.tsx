import { Alert, Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconFileImport, IconInfoCircle } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelField } from '../evidence/LevelField';
import { Refused } from '../frame/Refused';
import { BringField } from './BringField';
import { LEVELS, type Listed } from './intake';
import { type Brought, useReadingIn } from './useReadingIn';

const NOTHING: Brought = { content: '', file: null, title: '', confidentiality: 'coalition' };
const LINK = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/** Takes a document: pasted, dropped or chosen. What can't be read says why and what to do, and what was brought stays. */
export function ReadForm({ onRead }: { onRead: (document: Listed) => void }) {
  const { t } = useTranslation();
  const [brought, setBrought] = useState(NOTHING);
  const reading = useReadingIn(onRead);
  const put = (change: Partial<Brought>) => {
    reading.reset();
    setBrought((before) => ({ ...before, ...change }));
  };
  const isLink = !brought.file && LINK.test(brought.content);
  const isNothing = !brought.file && brought.content.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isNothing && !isLink && !reading.isPending) reading.mutate(brought);
  };
  return (
    <form onSubmit={submit} aria-label={t('intake.read')}>
      <Stack gap="sm">
        <BringField brought={brought} put={put} />
        {isLink && (
          <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title={t('intake.isLink')}>
            {t('intake.isLinkWhy')}
          </Alert>
        )}
        {!isNothing && !isLink && (
          <>
            <TextInput
              label={t('intake.name')}
              description={t('intake.nameAbout')}
              maxLength={500}
              value={brought.title}
              onChange={(event) => put({ title: event.currentTarget.value })}
            />
            <LevelField
              levels={LEVELS}
              level={brought.confidentiality}
              onChange={(confidentiality) => put({ confidentiality })}
            />
          </>
        )}
        <Refused error={reading.error} />
        {reading.isCancelled && <Text role="status">{t('intake.stopped')}</Text>}
        {reading.isPending && <OnItsWay sent={brought.file ? reading.sent : 1} cancel={reading.cancel} />}
        {!isLink && (
          <Group>
            <Button
              type="submit"
              loading={reading.isPending}
              disabled={isNothing}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t('intake.readIt')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** While a file leaves, how much of it has; then that it is being read. */
function OnItsWay({ sent, cancel }: { sent: number; cancel: () => void }) {
  const { t } = useTranslation();
  const percent = Math.floor(sent * 100);
  const words = percent < 100 ? t('intake.sending', { percent }) : t('intake.reading');
  return (
    <Stack gap={4} maw={480}>
      <Progress value={percent} animated={percent === 100} aria-label={words} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {words}
        </Text>
        <Button variant="subtle" size="compact-sm" onClick={cancel}>
          {t('intake.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
