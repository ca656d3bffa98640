import { Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { When } from '../dates/When';
import { useNarrow } from '../frame/useNarrow';
import { LevelSign } from './LevelSign';
import { Grade, PieceTitle } from './PieceTitle';
import { Standing } from './Standing';

export type ListedPiece = Schema['EvidenceView'];

/** A table where there is room, cards on a phone; the level comes first in both. */
export function PieceList({ pieces }: { pieces: ListedPiece[] }) {
  return useNarrow() ? <Cards pieces={pieces} /> : <Rows pieces={pieces} />;
}

function Rows({ pieces }: { pieces: ListedPiece[] }) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150}>{t('evidence.readableBy')}</Table.Th>
          <Table.Th>{t('evidence.piece')}</Table.Th>
          <Table.Th w={170}>{t('evidence.grading')}</Table.Th>
          <Table.Th w={170}>{t('evidence.standing')}</Table.Th>
          <Table.Th w={190}>{t('evidence.broughtBy')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pieces.map((piece) => (
          <Table.Tr key={piece.id} style={{ verticalAlign: 'top' }}>
            <Table.Td>
              <LevelSign level={piece.confidentiality} />
            </Table.Td>
            <Table.Td>
              <PieceTitle piece={piece} />
              <Published piece={piece} />
            </Table.Td>
            <Table.Td>
              <Grade piece={piece} />
            </Table.Td>
            <Table.Td>
              <Standing piece={piece} />
            </Table.Td>
            <Table.Td>
              <Text size="sm">{piece.enteredBy.name}</Text>
              <Text size="sm" c="dimmed">
                {piece.enteredBy.organization.name}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ pieces }: { pieces: ListedPiece[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {pieces.map((piece) => (
        <Paper key={piece.id} component="li" withBorder p="sm">
          <Stack gap={6}>
            <Group>
              <LevelSign level={piece.confidentiality} />
            </Group>
            <div>
              <PieceTitle piece={piece} />
              <Published piece={piece} />
            </div>
            <Grade piece={piece} />
            <Standing piece={piece} />
            <Text size="sm" c="dimmed">
              {t('evidence.by', { name: piece.enteredBy.name, organization: piece.enteredBy.organization.name })}
            </Text>
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function Published({ piece }: { piece: ListedPiece }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t(`evidence.kind.${piece.kind}`)}
      {piece.publisher && ` · ${piece.publisher}`}
      {piece.publishedOn && (
        <>
          {' · '}
          <When date={piece.publishedOn} />
        </>
      )}
    </Text>
  );
}
