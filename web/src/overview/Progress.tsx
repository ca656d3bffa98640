import { Button, Group, SegmentedControl, Stack, Table, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { RecordLink } from '../frame/RecordLink';
import { PhaseBar } from '../phases/PhaseBar';
import { PhaseTable } from '../phases/PhaseTable';
import { AsOf } from './AsOf';
import { byMost, type Summary, type SummaryRow } from './summary';

const AT_FIRST = 12;
const FORMS = ['bars', 'table'] as const;

/** Progress by addressee: what they said and what was done, side by side and never added. */
export function Progress({ said, done }: { said: Summary; done: Summary }) {
  const { t } = useTranslation();
  const { of, put } = useNarrowing();
  const [isWhole, setWhole] = useState(false);
  const form = oneOf(FORMS, of('shown')) ?? 'bars';
  const rows = byMost(done.items);
  const shown = isWhole ? rows : rows.slice(0, AT_FIRST);
  return (
    <Stack component="section" gap="sm" aria-labelledby="progress">
      <Group justify="space-between">
        <Title order={2} id="progress">
          {t('overview.progress')}
        </Title>
        <SegmentedControl
          className="no-print"
          size="xs"
          aria-label={t('overview.form')}
          value={form}
          onChange={(shown) => put({ shown })}
          data={FORMS.map((value) => ({ value, label: t(`overview.${value}`) }))}
        />
      </Group>
      {form === 'bars' ? <Bars rows={shown} said={said} /> : <Numbers rows={shown} said={said} />}
      {rows.length > AT_FIRST && (
        <Button variant="default" size="xs" className="no-print" onClick={() => setWhole(!isWhole)} w="fit-content">
          {isWhole ? t('overview.fewer') : t('overview.all', { n: rows.length })}
        </Button>
      )}
      <AsOf summary={done} />
    </Stack>
  );
}

const saidBy = ({ items }: Summary, key: string | null): SummaryRow['counts'] =>
  items.find((row) => row.key === key)?.counts ?? {};

function Numbers({ rows, said }: { rows: SummaryRow[]; said: Summary }) {
  const asSaid = rows.map(({ key, label }) => ({ key, label, counts: saidBy(said, key) }));
  return (
    <Stack>
      <PhaseTable axis="response" rows={asSaid} of="addressee" />
      <PhaseTable axis="implementation" rows={rows} of="addressee" />
    </Stack>
  );
}

/** A table where there is room for one; on a phone each row is a card of its own. */
function Bars({ rows, said }: { rows: SummaryRow[]; said: Summary }) {
  const { t } = useTranslation();
  return (
    <Table layout="fixed" verticalSpacing="xs" className="stacks">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="24%">{t('overview.addressee')}</Table.Th>
          <Table.Th>{t('axes.response')}</Table.Th>
          <Table.Th>{t('axes.implementation')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Th scope="row" fw={400}>
              <Name row={row} />
            </Table.Th>
            {(['response', 'implementation'] as const).map((axis) => (
              <Table.Td key={axis} data-label={t(`axes.${axis}`)}>
                <PhaseBar
                  axis={axis}
                  counts={axis === 'response' ? saidBy(said, row.key) : row.counts}
                  search={{ addressee: row.key ?? '' }}
                  of={row.label ?? ''}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Name({ row: { key, label, notFollowed, overdue } }: { row: SummaryRow }) {
  const { t } = useTranslation();
  return (
    <>
      <RecordLink to="addressees" id={key ?? ''} fw={600}>
        {label}
      </RecordLink>
      {overdue > 0 && (
        <div>
          <FollowUpsLink
            search={{ addressee: key ?? '', overdue: true }}
            label={t('overview.overdueOf', { n: overdue, of: label })}
          >
            {t('overview.overdueN', { n: overdue })}
          </FollowUpsLink>
        </div>
      )}
      {notFollowed > 0 && (
        <div>
          <FollowUpsLink
            search={{ addressee: key ?? '', notFollowed: true }}
            label={t('overview.notFollowedOf', { n: notFollowed, of: label })}
          >
            {t('overview.notFollowedN', { n: notFollowed })}
          </FollowUpsLink>
        </div>
      )}
    </>
  );
}
