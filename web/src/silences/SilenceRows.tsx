import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { PhaseSign } from '../phases/PhaseSign';
import type { Silence } from './silences';

/** Each silence: who, for how long, about what, and how often they were asked. */
export function SilenceRows({ rows }: { rows: Silence[] }) {
  const { t } = useTranslation();
  return (
    <Table className="stacks" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('silences.who')}</Table.Th>
          <Table.Th>{t('silences.what')}</Table.Th>
          <Table.Th>{t('silences.asked')}</Table.Th>
          <Table.Th>{t('silences.awaited')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.followUpId}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="addressees" id={row.addressee.id} fw={600}>
                {row.addressee.name}
              </RecordLink>
              <ForHowLong silence={row} />
            </Table.Th>
            <Table.Td data-label={t('silences.what')}>
              <What silence={row} />
            </Table.Td>
            <Table.Td data-label={t('silences.asked')}>
              <HowOften silence={row} />
            </Table.Td>
            <Table.Td data-label={row.awaitedOn ? t('silences.awaited') : undefined}>
              {row.awaitedOn && <When date={row.awaitedOn} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ForHowLong({ silence: { days, since } }: { silence: Silence }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Text size="sm">{t('overview.silentFor', { count: days, days: days.toLocaleString(i18n.language) })}</Text>
      <Text size="xs" c="dimmed">
        {t('overview.askedFirst')} <When date={since} />
      </Text>
    </>
  );
}

function What({ silence: { recommendation, followUpId, ask, phase, label } }: { silence: Silence }) {
  return (
    <>
      <RecordLink to="recommendations" id={recommendation.id} search={{ followUp: followUpId, side: 'response' }}>
        {recommendation.code} {recommendation.title}
      </RecordLink>
      {ask !== recommendation.title && <Text size="sm">{ask}</Text>}
      <PhaseSign phase={phase} label={label} />
    </>
  );
}

/** Where no letter or meeting is recorded, the state alone says that they were asked. */
function HowOften({ silence: { engagements, reminders, lastAskedOn } }: { silence: Silence }) {
  const { t } = useTranslation();
  if (lastAskedOn === null) return <Text size="sm">{t('silences.noLetter')}</Text>;
  return (
    <>
      <Text size="sm">
        {t('silences.times', { count: engagements })}
        {reminders > 0 && `, ${t('silences.reminders', { count: reminders })}`}
      </Text>
      <Text size="xs" c="dimmed">
        {t('silences.last')} <When date={lastAskedOn} />
      </Text>
    </>
  );
}
