import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Of what a copy can be made. What no browser draws, or not all do, becomes a PNG. */
const COPIES = new Map([
  ['image/jpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/webp', 'image/webp'],
  ['image/gif', 'image/gif'],
  ['image/avif', 'image/png'],
  ['image/tiff', 'image/png'],
  ['application/pdf', 'application/pdf'],
  [DOCX, DOCX],
]);

/** What a copy of such a file is, or nothing where none can be made. */
export const typeOfCopy = (mediaType: string): string | undefined => COPIES.get(mediaType);

/** The copy that is meant for sharing. It is made while one waits; why there is none is said here and not in a file. */
export function TakeCopy({ path, title }: { path: string; title: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const taking = useMutation({
    mutationFn: async () => {
      const response = await fetch(path);
      if (!response.ok) throw await Problem.of(response);
      keep(await response.blob(), nameIn(response) ?? title);
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: [workspace, 'evidence', 'custody'] }),
  });
  return (
    <Stack gap="xs" mb="md" className="no-print">
      <Group>
        <Button
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={taking.isPending}
          onClick={() => taking.mutate()}
        >
          {t('evidence.copyTitle')}
        </Button>
      </Group>
      <Text size="sm">{t('evidence.copyWhy')}</Text>
      <Refused error={taking.error} />
    </Stack>
  );
}

/** As a link to a file would: the name is the one that the server gave. */
function keep(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function nameIn(response: Response): string | undefined {
  const said = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return said && decodeURIComponent(said);
}
