import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { type FileHere, ShownFile } from './ShownFile';
import { useSaySize } from './useSaySize';

/** What a browser draws without running anything of it. */
const PICTURES = ['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/** What can be shown in the page; all else is for keeping only. */
function wayToShow(mediaType: string): 'picture' | 'document' | undefined {
  if (PICTURES.includes(mediaType)) return 'picture';
  return mediaType === 'application/pdf' ? 'document' : undefined;
}

/** Where bytes are, and what they are. */
interface Place {
  path: string;
  mediaType: string;
}

interface OpenFileProps extends Place {
  /** What the page shows of it, where that is not the very file: a copy without traces. */
  shown?: Place | undefined;
  size: number | null;
  title: string;
  buttons?: 'xs' | 'sm';
  /** What the button says that keeps it; left out, "Download". */
  download?: string;
  /** What to know before one opens it. */
  children?: ReactNode;
}

/** The bytes of a file: shown where that is safe, and when somebody asks; to be kept in any case. */
export function OpenFile({ path, mediaType, shown, size, title, buttons = 'sm', download, children }: OpenFileProps) {
  const { t } = useTranslation();
  const original = { path, mediaType };
  const place = shown ?? original;
  const way = wayToShow(place.mediaType);
  const { file, hide, ...showing } = useBytes();
  return (
    <Stack gap="xs">
      <Group gap="xs" className="no-print">
        {way &&
          (file ? (
            <Button size={buttons} leftSection={<IconEyeOff size={18} aria-hidden />} onClick={hide}>
              {t('evidence.hideFile')}
            </Button>
          ) : (
            <Button
              size={buttons}
              leftSection={<IconEye size={18} aria-hidden />}
              loading={showing.isPending}
              onClick={() => showing.mutate(place)}
            >
              {t(way === 'picture' ? 'evidence.showPicture' : 'evidence.showDocument')}
            </Button>
          ))}
        <Download path={path} size={size} buttons={buttons} label={download ?? t('evidence.download')} />
      </Group>
      {children}
      <Refused error={showing.error} />
      {showing.error && showing.variables === shown && wayToShow(mediaType) && (
        <Group className="no-print">
          <Button size={buttons} variant="subtle" onClick={() => showing.mutate(original)}>
            {t('evidence.showOriginal')}
          </Button>
        </Group>
      )}
      {file && <ShownFile file={file} title={title} isPicture={way === 'picture'} />}
    </Stack>
  );
}

interface DownloadProps extends Required<Pick<OpenFileProps, 'path' | 'size' | 'buttons'>> {
  label: string;
}

function Download({ path, size, buttons, label }: DownloadProps) {
  const saySize = useSaySize();
  return (
    <Button
      component="a"
      href={path}
      download
      size={buttons}
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {label}
      {size !== null && ` (${saySize(size)})`}
    </Button>
  );
}

/** The bytes, and an address of this tab alone for them. The type is the one that the server found in them, never another. */
function useBytes() {
  const [file, setFile] = useState<FileHere>();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const reading = useMutation({
    mutationFn: async ({ path, mediaType }: Place) => {
      const response = await fetch(path);
      if (!response.ok) throw await Problem.of(response);
      return new Blob([await response.arrayBuffer()], { type: mediaType });
    },
    onSuccess: (bytes) => {
      setFile({ bytes, address: URL.createObjectURL(bytes) });
      return cache.invalidateQueries({ queryKey: [workspace, 'evidence', 'custody'] });
    },
  });
  useEffect(() => () => (file ? URL.revokeObjectURL(file.address) : undefined), [file]);
  return { ...reading, file, hide: () => setFile(undefined) };
}
