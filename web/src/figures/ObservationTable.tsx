import { Badge, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { useMay } from '../frame/workspace';
import { Correct } from './Correct';
import type { Indicator, Observation } from './figure';
import { useSayFigure } from './useSayFigure';

/** Every figure with who says so and what it rests on; what was corrected stays, and says so. */
export function ObservationTable({ indicator, observations }: { indicator: Indicator; observations: Observation[] }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Table className="stacks" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('figures.period')}</Table.Th>
          <Table.Th>{t('figures.figure')}</Table.Th>
          <Table.Th>{t('figures.saidBy')}</Table.Th>
          <Table.Th>{t('figures.restsOn')}</Table.Th>
          {mayWrite && <Table.Th className="no-print">{t('figures.act')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {observations.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row" fw={400}>
              <When date={one.period} />
            </Table.Th>
            <Table.Td>
              <Figure of={one} />
            </Table.Td>
            <Table.Td>
              <Text size="sm">{one.saidBy ?? t('figures.erased')}</Text>
              {one.note && <Text size="sm">{one.note}</Text>}
              <Text size="xs" c="dimmed">
                {t('figures.recorded', { name: one.by.name, organization: one.by.organization.name })}{' '}
                <Instant at={one.recordedAt} />
              </Text>
            </Table.Td>
            <Table.Td>
              <Pieces of={one} />
            </Table.Td>
            {mayWrite && (
              <Table.Td className="no-print">
                {one.supersededBy === null && <Correct indicator={indicator} observation={one} />}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Figure({ of }: { of: Observation }) {
  const { t } = useTranslation();
  const say = useSayFigure();
  const isCorrected = of.supersededBy !== null;
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={600} td={isCorrected ? 'line-through' : undefined}>
        {say(of)}
      </Text>
      {of.missingReason === null && <Text size="sm">{t(of.estimate ? 'figures.estimate' : 'figures.counted')}</Text>}
      {of.missingReason !== null && <Text size="sm">{of.missingReason}</Text>}
      {isCorrected && <Badge color="gray">{t('figures.corrected')}</Badge>}
      {of.supersedes !== null && <Text size="sm">{t('figures.correction')}</Text>}
      {of.breaksSeries && <Text size="sm">{t('figures.breaks')}</Text>}
    </Stack>
  );
}

function Pieces({ of: { evidence } }: { of: Observation }) {
  const { t } = useTranslation();
  if (evidence.length === 0) return <Text size="sm">{t('figures.noEvidence')}</Text>;
  return evidence.map(({ id, title }) => (
    <RecordLink key={id} to="evidence" id={id}>
      {title ?? t('followUps.withdrawn')}
    </RecordLink>
  ));
}
