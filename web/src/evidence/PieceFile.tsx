import { Anchor, Button, Group, Image, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Piece } from './piece';
import { useSaySize } from './useSaySize';

/** What a browser draws without running anything of it. All else is for keeping only. */
const PICTURES = ['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/** The bytes of a file: shown where that is safe, and when somebody asks; to be kept in any case. */
export function PieceFile({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const saySize = useSaySize();
  const path = `/api/v1/workspaces/${workspace}/evidence/${piece.id}/content`;
  const type = piece.mediaType ?? '';
  const isPicture = PICTURES.includes(type);
  const { address, ...showing } = useBytes(path, type);
  const isWatched = piece.confidentiality === 'organization' || piece.confidentiality === 'restricted';
  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="xs" className="no-print">
        {(isPicture || type === 'application/pdf') && !address && (
          <Button
            leftSection={<IconEye size={18} aria-hidden />}
            loading={showing.isPending}
            onClick={() => showing.mutate()}
          >
            {isPicture ? t('evidence.showPicture') : t('evidence.fetchDocument')}
          </Button>
        )}
        {address && !isPicture && (
          <Button component="a" href={address} target="_blank" rel="noopener">
            {t('evidence.openDocument')}
          </Button>
        )}
        <Button
          component="a"
          href={path}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('evidence.download')}
          {piece.size !== null && ` (${saySize(piece.size)})`}
        </Button>
      </Group>
      {isWatched && <Text size="sm">{t('evidence.openingIsKept')}</Text>}
      <Refused error={showing.error} />
      {address && isPicture && (
        <Anchor href={address} target="_blank" rel="noopener" title={t('evidence.newTab')}>
          <Image src={address} alt={piece.title ?? ''} mah={640} fit="contain" w="auto" maw="100%" />
        </Anchor>
      )}
    </Stack>
  );
}

/** The bytes under an address of this tab alone. The type is the one that the server found in them, never another. */
function useBytes(path: string, type: string) {
  const [address, setAddress] = useState<string>();
  const reading = useMutation({
    mutationFn: async () => {
      const response = await fetch(path);
      if (!response.ok) throw await Problem.of(response);
      return new Blob([await response.arrayBuffer()], { type });
    },
    onSuccess: (bytes) => setAddress(URL.createObjectURL(bytes)),
  });
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address]);
  return { ...reading, address };
}
