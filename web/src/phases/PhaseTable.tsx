import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { PHASES, type Axis } from './phases';
import { type Counts, PHASE_FILTER } from './PhaseBar';
import { PhaseSign } from './PhaseSign';

interface PhaseTableProps {
  axis: Axis;
  rows: { key: string | null; label: string | null; counts: Counts }[];
  /** What the rows are about, and the filter of the list behind a number. */
  of: 'addressee' | 'theme';
}

/** The numbers of stacked bars as a table; on a phone, one card a row. */
export function PhaseTable({ axis, rows, of }: PhaseTableProps) {
  const { t } = useTranslation();
  return (
    <Table className="stacks" verticalSpacing={4} withRowBorders captionSide="top">
      <Table.Caption ta="start" fw={600} c="inherit">
        {t(`axes.${axis}`)}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`phases.of.${of}`)}</Table.Th>
          {PHASES[axis].map((phase) => (
            <Table.Th key={phase}>
              <PhaseSign phase={phase} />
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, label, counts }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500}>
              {label}
            </Table.Th>
            {PHASES[axis].map((phase) => (
              <Table.Td key={phase} data-label={t(`phases.${phase}`)} className={counts[phase] ? undefined : 'zero'}>
                {counts[phase] ? (
                  <FollowUpsLink search={{ [of]: key ?? '', [PHASE_FILTER[axis]]: phase, closed: false }}>
                    {counts[phase]}
                  </FollowUpsLink>
                ) : (
                  '0'
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
