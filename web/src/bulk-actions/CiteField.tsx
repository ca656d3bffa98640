import { Button, Group, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindEvidence } from '../evidence/FindEvidence';

interface Piece {
  id: string;
  title: string | null;
}

/** What the states stand on: pieces that are cited by every one of the moves. */
export function CiteField({ onChange }: { onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const [pieces, setPieces] = useState<Piece[]>([]);
  const put = (next: Piece[]) => {
    setPieces(next);
    onChange(next.map(({ id }) => id));
  };
  return (
    <Stack gap="xs">
      <FindEvidence
        key={pieces.length}
        onFound={(piece) => put([...pieces.filter(({ id }) => id !== piece.id), piece])}
      />
      <Group gap={6} role="group" aria-label={t('followUps.standsOn')}>
        {pieces.map((piece) => {
          const title = piece.title ?? t('followUps.withdrawn');
          return (
            <Button
              key={piece.id}
              size="compact-sm"
              variant="default"
              maw="100%"
              aria-label={t('followUps.takeOut', { what: title })}
              rightSection={<IconX size={14} aria-hidden />}
              onClick={() => put(pieces.filter(({ id }) => id !== piece.id))}
            >
              {title}
            </Button>
          );
        })}
      </Group>
    </Stack>
  );
}
