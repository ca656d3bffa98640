import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { IndicatorRow } from './figure';
import { useSayFigure, useSayNumber } from './useSayFigure';

/** What is measured, with the latest figures: those that clash stand below one another. */
export function FigureRows({ rows }: { rows: IndicatorRow[] }) {
  const { t } = useTranslation();
  const say = useSayNumber();
  return (
    <Table className="stacks" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('figures.what')}</Table.Th>
          <Table.Th>{t('figures.latest')}</Table.Th>
          <Table.Th>{t('figures.target')}</Table.Th>
          <Table.Th>{t('figures.howMany')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="figures" id={row.id} fw={600}>
                {row.title}
              </RecordLink>
              <Text size="sm">{t('figures.inUnit', { unit: row.unit })}</Text>
            </Table.Th>
            <Table.Td>
              <Latest row={row} />
            </Table.Td>
            <Table.Td data-label={t('figures.target')}>{row.target === null ? '' : say(row.target)}</Table.Td>
            <Table.Td data-label={t('figures.howMany')}>{row.observationCount}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Latest({ row: { latest } }: { row: IndicatorRow }) {
  const { t } = useTranslation();
  const say = useSayFigure();
  return (
    <Stack gap={4}>
      {latest.map((one) => (
        <Text key={one.id} size="sm">
          <Text span fw={600}>
            {say(one)}
          </Text>
          {', '}
          <When date={one.period} />
          {': '}
          {one.saidBy ?? t('figures.erased')}
        </Text>
      ))}
      {latest.length === 0 && <Text size="sm">{t('figures.nothingYet')}</Text>}
    </Stack>
  );
}
