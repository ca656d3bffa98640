import { Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { useMay, useMembership } from '../frame/workspace';
import { EndReader } from './EndReader';
import { NameReader } from './NameReader';
import type { Piece } from './piece';
import { type Reader, type ReaderRequest, useReaders } from './readers';

/** Who may open a restricted piece, until when and why; and how somebody else comes to be named. */
export function Readers({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const mayName = useMay('administrator', 'editor', 'verifier', 'partner');
  return (
    <Stack component="section" gap="xs" aria-labelledby="readers" align="flex-start">
      <Title order={2} id="readers">
        {t('readers.title')}
      </Title>
      <Read query={useReaders(piece.id)}>
        {({ readers, requests }) => (
          <>
            <Text size="sm">{t('readers.now', { count: readers.filter(({ mayOpen }) => mayOpen).length })}</Text>
            <Table verticalSpacing={6} maw={760}>
              <Table.Tbody>
                {readers.map((reader) => (
                  <Row key={reader.id} piece={piece} reader={reader} />
                ))}
              </Table.Tbody>
            </Table>
            {requests.map((request) => (
              <Waiting key={request.id} request={request} />
            ))}
            {mayName && (
              <Dialog label={t('readers.name')} variant="default" className="no-print">
                {(close) => <NameReader piece={piece} readers={readers} close={close} />}
              </Dialog>
            )}
          </>
        )}
      </Read>
    </Stack>
  );
}

function Row({ piece, reader }: { piece: Piece; reader: Reader }) {
  const { t } = useTranslation();
  const { id } = useMembership();
  const { confirmedBy } = reader;
  const isOwn = confirmedBy === null;
  const mayEnd = reader.mayOpen && [piece.enteredBy.id, reader.namedBy.id, reader.reader.id].includes(id);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {reader.reader.name}
        <Text size="sm" c="dimmed">
          {reader.reader.organization.name}
        </Text>
        {!reader.mayOpen && (
          <Badge color="gray" variant="light" c="inherit" tt="none">
            {t('readers.ended')}
          </Badge>
        )}
      </Table.Th>
      <Table.Td>
        <Text size="sm">{isOwn ? t('readers.brought') : reader.reason}</Text>
        {reader.endsOn && (
          <Text size="sm">
            {t('readers.until')} <When date={reader.endsOn} />
          </Text>
        )}
        {!isOwn && (
          <Text size="sm" c="dimmed">
            {t('readers.namedBy', { asker: reader.namedBy.name, confirmer: confirmedBy.name })}
          </Text>
        )}
        {mayEnd && !isOwn && <EndReader piece={piece} reader={reader} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** Nothing is open to them yet. */
function Waiting({ request }: { request: ReaderRequest }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm" role="status">
        {t('readers.waits', { name: request.reader.name, confirmer: request.askedOf.name })}
      </Text>
    </Group>
  );
}
