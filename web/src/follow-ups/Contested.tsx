import { Alert, List, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../frame/RecordLink';
import type { Linked, Track } from './moving';

/** Where checked evidence disagrees: which pieces, and who brought them, side by side. */
export function Contested({ track, links }: { track: Track; links: Linked[] }) {
  const { t } = useTranslation();
  if (!track.contested) return null;
  const { supports, contradicts } = track.contested;
  return (
    <Alert
      role="note"
      color="red"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={t('followUps.contested', { supports: supports.length, contradicts: contradicts.length })}
    >
      <Stack gap="xs">
        <Text size="sm">{t('followUps.contestedAbout', { state: track.label })}</Text>
        <Side stance="supports" pieces={supports} links={links} />
        <Side stance="contradicts" pieces={contradicts} links={links} />
      </Stack>
    </Alert>
  );
}

interface SideProps {
  stance: 'supports' | 'contradicts';
  pieces: { id: string; title: string }[];
  links: Linked[];
}

function Side({ stance, pieces, links }: SideProps) {
  const { t } = useTranslation();
  if (pieces.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t(`followUps.stances.${stance}`)}
      </Text>
      <List size="sm">
        {pieces.map(({ id, title }) => {
          const by = links.find(({ evidence }) => evidence.id === id)?.evidence.enteredBy;
          return (
            <List.Item key={id}>
              <RecordLink to="evidence" id={id}>
                {title}
              </RecordLink>
              {by && ` ${t('followUps.broughtBy', { name: by.name, organization: by.organization.name })}`}
            </List.Item>
          );
        })}
      </List>
    </div>
  );
}
