import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { sayInstant } from '../dates/dates';
import type { Piece } from '../evidence/piece';
import { useSaySize } from '../evidence/useSaySize';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { useMay, useWorkspace } from '../frame/workspace';

type Look = Schema['LookView'];

/** What is kept of the page that a link leads to, and whether it is still there. */
export function LinkCopies({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const { lastLook, lastCopy } = piece;
  const mayAsk = useMay('administrator', 'editor', 'verifier', 'partner');
  const isOpen = piece.confidentiality === 'public' || piece.confidentiality === 'coalition';
  return (
    <Stack component="section" gap="xs" aria-labelledby="copies" align="flex-start">
      <Title order={2} id="copies">
        {t('linkCopies.title')}
      </Title>
      {lastLook && lastLook.id !== lastCopy?.id && <Told look={lastLook} />}
      {lastCopy ? <Kept piece={piece} copy={lastCopy} /> : <Text size="sm">{t('linkCopies.none')}</Text>}
      {mayAsk && isOpen && lastLook?.outcome !== 'waiting' && <Ask piece={piece} />}
    </Stack>
  );
}

function Told({ look }: { look: Look }) {
  const { t, i18n } = useTranslation();
  const on = sayInstant(look.fetchedAt ?? look.recordedAt, i18n.language);
  if (look.outcome === 'waiting') return <Text size="sm">{t('linkCopies.waiting')}</Text>;
  if (look.outcome === 'dead') return <Text fw={500}>{t('linkCopies.dead', { on })}</Text>;
  const why = t(`linkCopies.why.${(look.reason ?? 'unreachable') as 'unreachable'}`, { status: look.status });
  return <Text size="sm">{t('linkCopies.notFetched', { on, why })}</Text>;
}

function Kept({ piece, copy }: { piece: Piece; copy: Look }) {
  const { t, i18n } = useTranslation();
  const workspace = useWorkspace();
  const saySize = useSaySize();
  return (
    <>
      <Text size="sm">
        {t('linkCopies.kept', { on: sayInstant(copy.fetchedAt ?? copy.recordedAt, i18n.language) })}
      </Text>
      <Group gap="xs" className="no-print">
        <Button
          component="a"
          href={`/api/v1/workspaces/${workspace}/evidence/${piece.id}/copies/${copy.id}/content`}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('linkCopies.download', { size: saySize(copy.size ?? 0) })}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" className="no-print">
        {t('linkCopies.opensWith')}
      </Text>
    </>
  );
}

function Ask({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const asking = useSaving('evidence', t('linkCopies.asked'), (workspace) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/copies', {
        params: { path: { workspace, evidenceId: piece.id } },
      }),
    ),
  );
  return (
    <>
      <Button
        variant="subtle"
        className="no-print"
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={asking.isPending}
        onClick={() => asking.mutate(undefined)}
      >
        {t(piece.lastLook ? 'linkCopies.askAgain' : 'linkCopies.ask')}
      </Button>
      <Refused error={asking.error} />
    </>
  );
}
