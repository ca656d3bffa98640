import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Instant } from '../dates/When';
import { Address } from '../evidence/Address';
import { OpenFile } from '../evidence/OpenFile';
import { Read } from '../frame/Read';
import { Unfolding } from '../frame/Unfolding';
import { useWorkspace } from '../frame/workspace';
import type { Intake } from './intake';

/** The original, unchanged, and who had it in hand: read when somebody wants to see it. */
export function Handled({ intake: { id, title, mediaType, size, sha256, url } }: { intake: Intake }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const path = `/api/v1/workspaces/${workspace}/intake/${id}/content`;
  return (
    <Unfolding title={t('intake.handled')} about={t('intake.handledAbout')}>
      <Stack gap="sm">
        <OpenFile path={path} mediaType={mediaType} size={size} title={title} buttons="xs" />
        {url !== null && (
          <Text size="sm">
            {t('intake.fetchedFrom')} <Address url={url} />
          </Text>
        )}
        <Text size="xs" className="breaks">
          {t('intake.fingerprint', { sha256 })}
        </Text>
        <Handlings id={id} />
      </Stack>
    </Unfolding>
  );
}

function Handlings({ id }: { id: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const custody = useQuery({
    queryKey: [workspace, 'intake', id, 'custody'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/intake/{id}/custody', {
          params: { path: { workspace, id }, query: { limit: 100 } },
        }),
      ),
  });
  return (
    <Read query={custody}>
      {({ items }) => (
        <Table verticalSpacing={6} maw={760} aria-label={t('intake.handled')}>
          <Table.Tbody>
            {items.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Th scope="row" fw={500}>
                  {t(`intake.handling.${row.act}`)}
                </Table.Th>
                <Table.Td>
                  <Text size="sm">
                    {row.by.name}, {row.by.organization.name}
                  </Text>
                  <Text size="sm" c="dimmed">
                    <Instant at={row.at} />
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Read>
  );
}
