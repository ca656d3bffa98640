import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Asking } from '../frame/Asking';
import { useMembership } from '../frame/workspace';
import { takePosition, type Taking } from './assessments';
import { useActing } from './useActing';

const POSITIONS = ['sign-on', 'abstain', 'objection'] as const;

interface TakePositionProps {
  trackId: string;
  /** Left out, it is on the workspace's own state. */
  assessmentId?: string;
  /** Whose finding, or the state: as it stands in a sentence. */
  of: string;
  /** What is one's own can't be signed on to. */
  isOwn: boolean;
}

/** Signing on, abstaining, objecting: for one's own organization, with reasons. */
export function TakePosition({ trackId, assessmentId, of, isOwn }: TakePositionProps) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const [isOpen, { open, close }] = useDisclosure(false);
  const choices = POSITIONS.filter((position) => position !== 'sign-on' || !isOwn);
  const [position, setPosition] = useState<Taking['position']>(choices[0] ?? 'abstain');
  const [reasons, setReasons] = useState('');
  const taking = useActing(t('assessments.taken'), (workspace) =>
    takePosition(workspace, trackId, {
      position,
      ...(assessmentId !== undefined && { assessmentId }),
      ...(reasons.trim() && { reasons: reasons.trim() }),
    }),
  );
  return (
    <Group className="no-print">
      <Button size="xs" variant="subtle" aria-label={t('assessments.takeOf', { of })} onClick={open}>
        {t('assessments.take')}
      </Button>
      {isOpen && (
        <Asking title={t('assessments.takeOf', { of })} act={t('assessments.takeDo')} saving={taking} close={close}>
          <Radio.Group
            label={t('assessments.takeLabel', { organization: organization.name })}
            value={position}
            onChange={(value) => setPosition(value)}
          >
            <Stack gap="xs" mt={4}>
              {choices.map((value) => (
                <Radio key={value} value={value} label={t(`assessments.choices.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('assessments.reasons')}
            required={position === 'objection'}
            autosize
            minRows={2}
            value={reasons}
            onChange={(event) => setReasons(event.currentTarget.value)}
          />
          {position === 'objection' && <Text size="sm">{t('assessments.objectionWhat')}</Text>}
        </Asking>
      )}
    </Group>
  );
}
