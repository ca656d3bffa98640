import { Blockquote, Group, Stack, Text } from '@mantine/core';
import { IconHandStop, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { type Position, worthShowing } from './assessments';
import { AnswerObjection } from './AnswerObjection';

const SIGNS = { 'sign-on': IconPlus, abstain: IconMinus, objection: IconHandStop };

interface PositionsProps {
  positions: Position[];
  /** The organization whose finding or claim they are about. */
  concerned: string | undefined;
}

/** Where organizations stand: who signs on, who abstains, who objects and why, and what was answered. */
export function Positions({ positions, concerned }: PositionsProps) {
  const shown = worthShowing(positions);
  if (shown.length === 0) return null;
  return (
    <Stack gap="xs">
      {shown.map((position) => (
        <OnePosition key={position.id} position={position} concerned={concerned} />
      ))}
    </Stack>
  );
}

export function OnePosition({ position: taken, concerned }: { position: Position; concerned: string | undefined }) {
  const { t } = useTranslation();
  const { position, by, reasons, answer, open } = taken;
  const Shape = SIGNS[position];
  return (
    <Stack gap={4} data-open={open}>
      <Group gap={4} wrap="nowrap" align="start">
        <Shape size={16} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <Text size="sm" fw={600}>
          {t(`assessments.stands.${position}`, { organization: by.organization.name })}
          {open && `. ${t('assessments.unanswered')}`}
        </Text>
      </Group>
      {reasons && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {reasons}
        </Text>
      )}
      {answer && (
        <Blockquote p="xs" my={0} color="gray">
          <Text size="sm">
            {t(`assessments.ended.${answer.act}`, { organization: answer.by.organization.name })}{' '}
            <Instant at={answer.recordedAt} />
          </Text>
          {answer.reasons && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {answer.reasons}
            </Text>
          )}
        </Blockquote>
      )}
      {open && <AnswerObjection objection={taken} concerned={concerned} />}
    </Stack>
  );
}
