import { Alert, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../frame/RecordLink';
import { PhaseSign } from '../phases/PhaseSign';
import type { Linked, Track } from './moving';

/** Where checked evidence or organizations disagree: which pieces, who brought them, and who finds what, side by side. */
export function Contested({ track, links }: { track: Track; links: Linked[] }) {
  const { t } = useTranslation();
  if (!track.contested) return null;
  const { supports, contradicts, findings } = track.contested;
  return (
    <Alert
      role="note"
      color="red"
      icon={<IconArrowsSplit2 aria-hidden />}
      title={
        findings.length > 0
          ? t('followUps.organizationsDisagree', { count: findings.length })
          : t('followUps.contested', { supports: supports.length, contradicts: contradicts.length })
      }
    >
      <Stack gap="xs">
        <Text size="sm">
          {t(findings.length > 0 ? 'followUps.findingsAbout' : 'followUps.contestedAbout', { state: track.label })}
        </Text>
        <Findings findings={findings} />
        <Side stance="supports" pieces={supports} links={links} />
        <Side stance="contradicts" pieces={contradicts} links={links} />
      </Stack>
    </Alert>
  );
}

type Finding = NonNullable<Track['contested']>['findings'][number];

/** Who finds what, and which pieces speak for whom. */
function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <List size="sm">
      {findings.map(({ assessmentId, organization, phase, evidence }) => (
        <List.Item key={assessmentId}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {organization.name}
            </Text>
            <PhaseSign phase={phase} />
          </Group>
          {evidence.map(({ id, title }) => (
            <div key={id}>
              <RecordLink to="evidence" id={id}>
                {title}
              </RecordLink>
            </div>
          ))}
        </List.Item>
      ))}
    </List>
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
