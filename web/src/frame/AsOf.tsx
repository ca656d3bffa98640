import { Alert, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconHistory } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useSayDate, Instant, When } from '../dates/When';
import { today } from '../dates/dates';
import { useGoTo, useHasHistory, useIsPast, useMoment } from './moment';

/** As of when the pages are read, and the way to another day. */
export function AsOf() {
  const { t } = useTranslation();
  const say = useSayDate();
  const { asOf } = useMoment();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <Group justify="flex-end" className="no-print" mb={4}>
      <Popover opened={isOpen} onDismiss={close} onClose={close} position="bottom-end" withArrow trapFocus>
        <Popover.Target>
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            size="compact-sm"
            onClick={toggle}
            leftSection={<IconHistory size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('asOf.control', { day: asOf ? say(asOf) : t('asOf.today') })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('asOf.choose')}>{isOpen && <Choose close={close} />}</Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function Choose({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const now = useMoment();
  const isPast = useIsPast();
  const [day, setDay] = useState(now.asOf ?? '');
  const [known, setKnown] = useState(now.knownAt ? localOf(now.knownAt) : '');
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    goTo({ ...(day && { asOf: day }), ...(known && { knownAt: new Date(known).toISOString() }) });
    close();
  };
  const back = () => {
    goTo({});
    close();
  };
  return (
    <form onSubmit={show}>
      <Stack gap="sm" maw={280}>
        <TextInput
          type="date"
          label={t('asOf.day')}
          description={t('asOf.dayHint')}
          max={today()}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          step={1}
          label={t('asOf.known')}
          description={t('asOf.knownHint')}
          value={known}
          onChange={(event) => setKnown(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit">{t('asOf.show')}</Button>
          {isPast && (
            <Button variant="default" onClick={back}>
              {t('asOf.back')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** As a field for date and time has it, where the reader is. */
function localOf(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** Over every page that is not of today: of when it is, that nothing can be changed, and the way back. */
export function AsOfBand() {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const { asOf, knownAt } = useMoment();
  const hasHistory = useHasHistory();
  if (!asOf && !knownAt) return null;
  const words = asOf ? (knownAt ? 'asOf.stoodAndKnown' : 'asOf.stood') : 'asOf.wasKnown';
  return (
    <Alert
      color="yellow"
      role="status"
      mb="md"
      icon={<IconHistory aria-hidden />}
      title={
        <Trans
          t={t}
          i18nKey={words}
          components={{ day: <When date={asOf ?? null} />, instant: <Instant at={knownAt ?? ''} /> }}
        />
      }
    >
      <Stack align="flex-start" gap="xs">
        <Text size="sm">{t(hasHistory ? 'asOf.means' : 'asOf.isToday')}</Text>
        <Button size="xs" variant="default" className="no-print" onClick={() => goTo({})}>
          {t('asOf.back')}
        </Button>
      </Stack>
    </Alert>
  );
}
