import { Group, Stack, Text, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/Dialog';
import { Read } from '../frame/Read';
import { ShowMore } from '../frame/ShowMore';
import { useMay } from '../frame/workspace';
import { AttachPiece } from './AttachPiece';
import { usePieces } from './pieces';
import { ShownPiece } from './ShownPiece';

/** What shows that it took place and what was said: its text, a receipt, minutes, the reply. */
export function EngagementEvidence({ engagementId }: { engagementId: string }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  const pages = usePieces(engagementId);
  return (
    <Stack component="section" gap="xs" aria-labelledby="shown-by">
      <Group justify="space-between">
        <Title order={2} id="shown-by">
          {t('engagements.evidence')}
        </Title>
        {mayWrite && (
          <Dialog
            className="no-print"
            label={t('engagements.attach')}
            isWide
            variant="default"
            leftSection={<IconPaperclip size={16} aria-hidden />}
          >
            {(close) => <AttachPiece engagementId={engagementId} onDone={close} />}
          </Dialog>
        )}
      </Group>
      <Read query={pages}>
        {() => (
          <>
            {pages.items.length === 0 && <Text size="sm">{t('engagements.noEvidence')}</Text>}
            {pages.items.map((link) => (
              <ShownPiece key={link.id} engagementId={engagementId} link={link} mayTakeOff={mayWrite} />
            ))}
            <ShowMore pages={pages} />
          </>
        )}
      </Read>
    </Stack>
  );
}
