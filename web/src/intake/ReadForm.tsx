import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelField } from '../evidence/LevelField';
import { Refused } from '../frame/Refused';
import { BringField } from './BringField';
import { LEVELS, type Listed } from './intake';
import { isAddress, LinkNotice, useFetches } from './LinkNotice';
import { type Brought, useReadingIn } from './useReadingIn';

const NOTHING: Brought = { content: '', file: null, title: '', confidentiality: 'coalition' };

/** Takes a document: pasted, dropped, chosen, or an address that leads to it. What can't be read says why and what to do, and what was brought stays. */
export function ReadForm({ onRead }: { onRead: (document: Listed) => void }) {
  const { t } = useTranslation();
  const [brought, setBrought] = useState(NOTHING);
  const reading = useReadingIn(onRead);
  const put = (change: Partial<Brought>) => {
    reading.reset();
    setBrought((before) => ({ ...before, ...change }));
  };
  const isLink = !brought.file && isAddress(brought.content);
  const fetches = useFetches(isLink);
  const isNothing = !brought.file && brought.content.trim() === '';
  const isReadable = !isNothing && (!isLink || fetches === true);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isReadable && !reading.isPending) reading.mutate(brought);
  };
  return (
    <form onSubmit={submit} aria-label={t('intake.read')}>
      <Stack gap="sm">
        <BringField brought={brought} put={put} />
        {isLink && <LinkNotice />}
        {isReadable && (
          <TextInput
            label={t('intake.name')}
            description={t('intake.nameAbout')}
            maxLength={500}
            value={brought.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
        )}
        {isReadable && !isLink && (
          <LevelField
            levels={LEVELS}
            level={brought.confidentiality}
            onChange={(confidentiality) => put({ confidentiality })}
          />
        )}
        <Refused error={reading.error} />
        {reading.isCancelled && <Text role="status">{t('intake.stopped')}</Text>}
        {reading.isPending && (
          <OnItsWay sent={brought.file ? reading.sent : 1} isLink={isLink} cancel={reading.cancel} />
        )}
        {(!isLink || fetches === true) && (
          <Group>
            <Button
              type="submit"
              loading={reading.isPending}
              disabled={isNothing}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t(isLink ? 'intake.fetchIt' : 'intake.readIt')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** While a file leaves, how much of it has; then that it is being read. */
function OnItsWay({ sent, isLink, cancel }: { sent: number; isLink: boolean; cancel: () => void }) {
  const { t } = useTranslation();
  const percent = Math.floor(sent * 100);
  const words = percent < 100 ? t('intake.sending', { percent }) : t(isLink ? 'intake.fetching' : 'intake.reading');
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
