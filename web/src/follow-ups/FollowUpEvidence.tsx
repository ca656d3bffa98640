import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { useMay, useWorkspace } from '../frame/workspace';
import { Attach } from './Attach';
import { Contested } from './Contested';
import { LinkedPiece } from './LinkedPiece';
import { evidenceOf, type Linked, type Track } from './moving';

/** What speaks for and against, with its worth in words; both count. */
export function FollowUpEvidence({ followUpId, track }: { followUpId: string; track: Track }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const mayLink = useMay('administrator', 'editor', 'verifier', 'partner');
  const query = useQuery(evidenceOf(workspace, followUpId));
  return (
    <Read query={query}>
      {(all) => {
        const links = all.filter((link) => link.trackId === track.id);
        const count = (stance: Linked['stance']) => links.filter((link) => link.stance === stance).length;
        return (
          <Stack gap="xs">
            <Group justify="space-between">
              <Title order={3} size="h4">
                {t('followUps.evidenceFor', { supports: count('supports'), contradicts: count('contradicts') })}
              </Title>
              {mayLink && <Attach track={track} />}
            </Group>
            <Contested track={track} links={links} />
            {links.length === 0 && <Text size="sm">{t('followUps.noEvidenceYet')}</Text>}
            {links.map((link) => (
              <LinkedPiece key={link.id} link={link} track={track} mayUnlink={mayLink} />
            ))}
          </Stack>
        );
      }}
    </Read>
  );
}
