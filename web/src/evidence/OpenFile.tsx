import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';
import { type FileHere, ShownFile } from './ShownFile';
import { useSaySize } from './useSaySize';

/** What a browser draws without running anything of it. */
const PICTURES = ['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/** What can be shown in the page; all else is for keeping only. */
function wayToShow(mediaType: string): 'picture' | 'document' | undefined {
  if (PICTURES.includes(mediaType)) return 'picture';
  return mediaType === 'application/pdf' ? 'document' : undefined;
}

interface OpenFileProps {
  /** Where its bytes are. */
  path: string;
  mediaType: string;
  size: number | null;
  title: string;
  buttons?: 'xs' | 'sm';
  /** What the button says that keeps it; left out, "Download". */
  download?: string;
  /** What to know before one opens it. */
  children?: ReactNode;
}

/** The bytes of a file: shown where that is safe, and when somebody asks; to be kept in any case. */
export function OpenFile({ path, mediaType, size, title, buttons = 'sm', download, children }: OpenFileProps) {
  const { t } = useTranslation();
  const way = wayToShow(mediaType);
  const { file, hide, ...showing } = useBytes(path, mediaType);
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
              onClick={() => showing.mutate()}
            >
              {t(way === 'picture' ? 'evidence.showPicture' : 'evidence.showDocument')}
            </Button>
          ))}
        <Download path={path} size={size} buttons={buttons} label={download ?? t('evidence.download')} />
      </Group>
      {children}
      <Refused error={showing.error} />
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
