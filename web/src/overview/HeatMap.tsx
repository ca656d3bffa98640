import { ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { type Axis, SIGNS } from '../phases/phases';
import { type Counts, PHASE_FILTER, present, totalOf } from '../phases/PhaseBar';
import type { SummaryRow } from './summary';

interface HeatMapProps {
  axis: Axis;
  /** Each divided by addressee. */
  themes: SummaryRow[];
  /** In the order of the columns. */
  addressees: SummaryRow[];
}

/** A real table: each field says its phases and numbers in words, bears the colours of what it says, and opens the lists behind. */
export function HeatMap({ axis, themes, addressees }: HeatMapProps) {
  const { t } = useTranslation();
  const columns = addressees.filter(({ key }) => themes.some(({ cells }) => cells?.some((cell) => cell.key === key)));
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
          {themes.map(({ key, label, cells }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{label}</Table.Th>
              {columns.map((addressee) => (
                <Cell
                  key={addressee.key}
                  axis={axis}
                  counts={cells?.find((cell) => cell.key === addressee.key)?.counts ?? {}}
                  search={{ theme: key ?? '', addressee: addressee.key ?? '' }}
                  of={[label, addressee.label].join(', ')}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

interface CellProps {
  axis: Axis;
  counts: Counts;
  search: { theme: string; addressee: string };
  /** Its theme and addressee, for those who hear a number without its row and column. */
  of: string;
}

function Cell({ axis, counts, search, of }: CellProps) {
  const { t } = useTranslation();
  const parts = present(axis, counts);
  if (parts.length === 0) return <Table.Td />;
  return (
    <Table.Td bg={ground(parts, totalOf(counts))} p={6}>
      {parts.map(({ phase, n }) => (
        <div key={phase}>
          <FollowUpsLink
            search={{ ...search, [PHASE_FILTER[axis]]: phase, closed: false }}
            label={t('phases.numberOf', { of, axis: t(`axes.${axis}`), phase: t(`phases.${phase}`), n })}
          >
            <Text span size="xs" fw={500}>
              {t('phases.number', { phase: t(`phases.${phase}`), n })}
            </Text>
          </FollowUpsLink>
        </div>
      ))}
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
