import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { useWorkspace } from '../frame/workspace';

/** Who had a piece in hand. */
export function CustodyRecord({ id }: { id: string }) {
  const workspace = useWorkspace();
  const custody = useQuery({
    queryKey: [workspace, 'evidence', 'custody', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/evidence/{id}/custody', {
          params: { path: { workspace, id }, query: { limit: 100 } },
        }),
      ),
  });
  return <Read query={custody}>{({ items }) => <CustodyTable records={items} />}</Read>;
}

export function CustodyTable({ records }: { records: Schema['CustodyRecordView'][] }) {
  const { t } = useTranslation();
  return (
    <Table withRowBorders verticalSpacing={6} maw={760}>
      <Table.Tbody>
        {records.map(({ id, act, by, at, copySha256 }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={500}>
              {t(`evidence.act.${act}`)}
            </Table.Th>
            <Table.Td>
              <Text size="sm">
                {by.name}, {by.organization.name}
              </Text>
              <Text size="sm" c="dimmed">
                <Instant at={at} />
              </Text>
              {copySha256 && (
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {t('evidence.copyHash', { sha256: copySha256 })}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
