import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Piece } from './piece';
import { type FileHere, ShownFile } from './ShownFile';
import { useSaySize } from './useSaySize';

/** What a browser draws without running anything of it. */
const PICTURES = ['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/** What can be shown in the page; all else is for keeping only. */
function wayToShow(mediaType: string): 'picture' | 'document' | undefined {
  if (PICTURES.includes(mediaType)) return 'picture';
  return mediaType === 'application/pdf' ? 'document' : undefined;
}

/** The bytes of a file: shown where that is safe, and when somebody asks; to be kept in any case. */
export function PieceFile({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const path = `/api/v1/workspaces/${useWorkspace()}/evidence/${piece.id}/content`;
  const type = piece.mediaType ?? '';
  const way = wayToShow(type);
  const { file, hide, ...showing } = useBytes(path, type);
  const isWatched = piece.confidentiality === 'organization' || piece.confidentiality === 'restricted';
  return (
    <Stack gap="xs">
      <Group gap="xs" className="no-print">
        {way &&
          (file ? (
            <Button leftSection={<IconEyeOff size={18} aria-hidden />} onClick={hide}>
              {t('evidence.hideFile')}
            </Button>
          ) : (
            <Button
              leftSection={<IconEye size={18} aria-hidden />}
              loading={showing.isPending}
              onClick={() => showing.mutate()}
            >
              {t(way === 'picture' ? 'evidence.showPicture' : 'evidence.showDocument')}
            </Button>
          ))}
        <Download path={path} size={piece.size} />
      </Group>
      {isWatched && <Text size="sm">{t('evidence.openingIsKept')}</Text>}
      <Refused error={showing.error} />
      {file && <ShownFile file={file} title={piece.title ?? ''} isPicture={way === 'picture'} />}
    </Stack>
  );
}

function Download({ path, size }: { path: string; size: number | null }) {
  const { t } = useTranslation();
  const saySize = useSaySize();
  return (
    <Button component="a" href={path} download variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
      {t('evidence.download')}
      {size !== null && ` (${saySize(size)})`}
    </Button>
  );
}

/** The bytes, and an address of this tab alone for them. The type is the one that the server found in them, never another. */
function useBytes(path: string, type: string) {
  const [file, setFile] = useState<FileHere>();
  const reading = useMutation({
    mutationFn: async () => {
      const response = await fetch(path);
      if (!response.ok) throw await Problem.of(response);
      return new Blob([await response.arrayBuffer()], { type });
    },
    onSuccess: (bytes) => setFile({ bytes, address: URL.createObjectURL(bytes) }),
  });
  useEffect(() => () => (file ? URL.revokeObjectURL(file.address) : undefined), [file]);
  return { ...reading, file, hide: () => setFile(undefined) };
}
