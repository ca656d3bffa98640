import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Begun } from '../engagements/engagementDraft';
import { EngagementForm } from '../engagements/EngagementForm';
import { Dialog } from '../frame/Dialog';
import { useMay } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import type { Option } from './moving';

/** What an option asks for that recording a letter or meeting brings: what is known of that already. */
function begunFor(option: Option, { addressee, recommendation }: FollowUp): Begun | undefined {
  const needs = (condition: string) => option.unmet.some((unmet) => unmet.condition === condition);
  const about = { addressees: [addressee], asks: [recommendation] };
  if (needs('has-engagement')) return about;
  return needs('reply-past-or-reminded') ? { ...about, kind: 'reminder' } : undefined;
}

/** A move that stands on a letter or meeting: it is recorded on the spot, and then the move is open. */
export function Engaging({ option, followUp }: { option: Option; followUp: FollowUp }) {
  const { t } = useTranslation();
  const mayWrite = useMay('administrator', 'editor');
  const begun = begunFor(option, followUp);
  if (!begun) return null;
  return (
    <Alert role="note" color="gray" variant="light">
      <Text size="sm">{t(mayWrite ? 'followUps.recordFirst' : 'followUps.recordAsk')}</Text>
      {mayWrite && (
        <Group mt="xs">
          <Dialog
            label={t(begun.kind === 'reminder' ? 'engagements.remind' : 'engagements.add')}
            isWide
            size="xs"
            variant="default"
          >
            {(close) => <EngagementForm begun={begun} onSaved={close} />}
          </Dialog>
        </Group>
      )}
    </Alert>
  );
}
