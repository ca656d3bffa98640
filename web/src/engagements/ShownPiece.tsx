import { ActionIcon, Card, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../evidence/levels';
import { LevelSign } from '../evidence/LevelSign';
import { Worth } from '../follow-ups/LinkedPiece';
import { Asking } from '../frame/Asking';
import { RecordLink } from '../frame/RecordLink';
import { useSaving } from '../frame/useSaving';
import { type Shown, takeOff } from './pieces';

interface ShownPieceProps {
  engagementId: string;
  link: Shown;
  mayTakeOff: boolean;
}

/** One piece: what of the engagement it shows, its worth in words, and who may read it. */
export function ShownPiece({ engagementId, link: { evidence, shows }, mayTakeOff }: ShownPieceProps) {
  const { t } = useTranslation();
  const title = evidence.title ?? t('followUps.withdrawn');
  return (
    <Card withBorder p="xs" component="article" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {t(`engagements.showing.${shows}`)}
            </Text>
            <LevelSign level={evidence.confidentiality as Level} />
          </Group>
          <RecordLink to="evidence" id={evidence.id}>
            {title}
          </RecordLink>
          {evidence.finding && <Text size="sm">{evidence.finding}</Text>}
          <Worth piece={evidence} />
        </Stack>
        {mayTakeOff && <TakeOff engagementId={engagementId} evidenceId={evidence.id} title={title} />}
      </Group>
    </Card>
  );
}

function TakeOff({ engagementId, evidenceId, title }: { engagementId: string; evidenceId: string; title: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const saving = useSaving('engagements', t('engagements.takenOff'), (workspace) =>
    takeOff(workspace, engagementId, evidenceId),
  );
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        className="no-print"
        aria-label={t('followUps.unlink', { title })}
        onClick={open}
      >
        <IconLinkOff size={16} aria-hidden />
      </ActionIcon>
      {isOpen && (
        <Asking title={t('followUps.unlinkTitle')} act={t('followUps.unlinkDo')} saving={saving} close={close}>
          <Text size="sm">{t('engagements.takeOffMeans', { title })}</Text>
        </Asking>
      )}
    </>
  );
}
