import { ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { type Axis, SIGNS } from '../phases/phases';
import { type Counts, present, totalOf } from '../phases/PhaseBar';
import type { SummaryRow } from './summary';

interface HeatMapProps {
  axis: Axis;
  themes: SummaryRow[];
  addressees: SummaryRow[];
  /** By theme, in the same order: how it stands with each addressee. */
  cells: SummaryRow[][];
}

/** A real table: each field says its phases and numbers in words, and bears the colours of what it says. */
export function HeatMap({ axis, themes, addressees, cells }: HeatMapProps) {
  const { t } = useTranslation();
  const columns = addressees.filter(({ key }) => cells.some((row) => row.some((cell) => cell.key === key)));
  return (
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('overview.themesRegion') }}>
      <Text size="xs" c="dimmed">
        {t('overview.themesScroll')}
      </Text>
      <Table withColumnBorders className="heat" stickyHeader={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th miw={130}>{t('overview.theme')}</Table.Th>
            {columns.map(({ key, label }) => (
              <Table.Th key={key} miw={110}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {themes.map(({ key, label }, n) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{label}</Table.Th>
              {columns.map((addressee) => (
                <Cell
                  key={addressee.key}
                  axis={axis}
                  counts={cells[n]?.find((cell) => cell.key === addressee.key)?.counts ?? {}}
                  search={{ theme: key ?? '', addressee: addressee.key ?? '' }}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function Cell({ axis, counts, search }: { axis: Axis; counts: Counts; search: { theme: string; addressee: string } }) {
  const { t } = useTranslation();
  const parts = present(axis, counts);
  if (parts.length === 0) return <Table.Td />;
  return (
    <Table.Td bg={ground(parts, totalOf(counts))} p={6}>
      <FollowUpsLink search={{ ...search, closed: false }}>
        {parts.map(({ phase, n }) => (
          <Text key={phase} span size="xs" display="block" fw={500}>
            {t('phases.number', { phase: t(`phases.${phase}`), n })}
          </Text>
        ))}
      </FollowUpsLink>
    </Table.Td>
  );
}

/** Stripes as wide as each phase's share, thinned so that the words stay readable in light and dark. */
function ground(parts: ReturnType<typeof present>, total: number): string {
  let past = 0;
  const stripes = parts.map(({ phase, n }) => {
    const from = past;
    past += (n / total) * 100;
    return `color-mix(in srgb, ${SIGNS[phase].fill} 38%, var(--mantine-color-body)) ${from}% ${past}%`;
  });
  return `linear-gradient(to right, ${stripes.join(', ')})`;
}
