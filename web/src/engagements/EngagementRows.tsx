import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { LevelSign } from '../evidence/LevelSign';
import { RecordLink } from '../frame/RecordLink';
import { Awaited } from './Awaited';
import type { EngagementRow } from './useEngagements';

/** What was done: when, what, by whom towards whom, and what came of it. */
export function EngagementRows({ rows }: { rows: EngagementRow[] }) {
  const { t } = useTranslation();
  return (
    <Table className="stacks" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('engagements.what')}</Table.Th>
          <Table.Th>{t('engagements.who')}</Table.Th>
          <Table.Th>{t('engagements.asksShort')}</Table.Th>
          <Table.Th>{t('engagements.reply')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row" fw={400}>
              <RecordLink to="engagements" id={row.id} fw={600}>
                {t(`engagements.kinds.${row.kind}`)}, <When date={row.occurredOn} />
              </RecordLink>
              <Text size="sm" lineClamp={2}>
                {row.summary}
              </Text>
              {row.confidentiality === 'organization' && <LevelSign level={row.confidentiality} />}
            </Table.Th>
            <Table.Td>
              <Who row={row} />
            </Table.Td>
            <Table.Td data-label={t('engagements.asksShort')}>{row.recommendationCount}</Table.Td>
            <Table.Td>
              <Awaited of={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const FIRST = 3;

/** Who acted, towards whom; of many, the first. */
function Who({ row: { by, byAddressee, addressees } }: { row: EngagementRow }) {
  const { t } = useTranslation();
  const names = addressees.slice(0, FIRST).map(({ name }) => name);
  const more = addressees.length - names.length;
  return (
    <Text size="sm">
      {t('engagements.byTo', {
        by: byAddressee?.name ?? by.organization.name,
        to: more > 0 ? t('engagements.andMore', { names: names.join(', '), n: more }) : names.join(', '),
      })}
    </Text>
  );
}
