import { Button, Group, Popover, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToday } from '../frame/workspace';
import type { Asked } from './changes';
import { type Period, PERIODS, periodsOf } from './periods';

interface ChoosePeriodProps {
  asked: Asked;
  put: (change: Partial<Asked>) => void;
  lastMeeting: string | null;
  keepMeeting: (day: string) => void;
}

/** Which days are looked at: some that meetings often ask for, or any. */
export function ChoosePeriod({ asked, put, lastMeeting, keepMeeting }: ChoosePeriodProps) {
  const { t } = useTranslation();
  const known = periodsOf(lastMeeting, useToday());
  const isShown = (period: Period) => period.from === asked.from && period.to === asked.to;
  return (
    <Stack gap="sm" className="no-print">
      <Group gap="xs" role="group" aria-label={t('changes.periods')}>
        {PERIODS.map((name) => {
          const period = known[name];
          return (
            period && (
              <Button
                key={name}
                size="xs"
                variant={isShown(period) ? 'filled' : 'default'}
                aria-pressed={isShown(period)}
                onClick={() => put(period)}
              >
                {t(`changes.period.${name}`)}
              </Button>
            )
          );
        })}
        <LastMeeting day={lastMeeting} keep={keepMeeting} />
      </Group>
      <Group gap="sm" align="end">
        <TextInput
          type="date"
          label={t('changes.from')}
          value={asked.from}
          max={asked.to}
          onChange={({ currentTarget: { value } }) =>
            value && put({ from: value, to: value > asked.to ? value : asked.to })
          }
        />
        <TextInput
          type="date"
          label={t('changes.to')}
          value={asked.to}
          min={asked.from}
          onChange={({ currentTarget: { value } }) =>
            value && put({ to: value, from: value < asked.from ? value : asked.from })
          }
        />
        <SegmentedControl
          size="sm"
          aria-label={t('changes.by')}
          value={asked.by}
          onChange={(by) => put({ by: by === 'recorded' ? 'recorded' : 'occurred' })}
          data={(['occurred', 'recorded'] as const).map((value) => ({ value, label: t(`changes.${value}`) }))}
        />
      </Group>
    </Stack>
  );
}

/** When the last meeting was: remembered here, and a period that begins there is offered from then on. */
function LastMeeting({ day, keep }: { day: string | null; keep: (day: string) => void }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <Button size="xs" variant="subtle" color="gray" c="inherit">
          {t(day ? 'changes.meetingChange' : 'changes.meetingSay')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('changes.meeting')}>
        <Stack gap="xs" maw={260}>
          <TextInput
            type="date"
            label={t('changes.meeting')}
            value={day ?? ''}
            onChange={(event) => keep(event.currentTarget.value)}
          />
          <Text size="xs">{t('changes.meetingAbout')}</Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
