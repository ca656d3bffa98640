import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Tally } from './tally';

/** The number and everything that was counted as a table, in the language of the page: asked for as the page asks, and kept by the browser. */
export function TakeAway({ tally: { id, title } }: { tally: Tally }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const taking = useMutation({
    mutationFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/tallies/{id}/csv', {
          params: { path: { workspace, id } },
          parseAs: 'blob',
        }),
      ),
    onSuccess: (table) => keep(table, `${title}.csv`),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={taking.isPending}
        onClick={() => taking.mutate()}
      >
        {t('tallies.takeAway')}
      </Button>
      <Refused error={taking.error} />
    </>
  );
}

const KEPT_FOR = 60_000;

function keep(table: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(table);
  link.download = name;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}
