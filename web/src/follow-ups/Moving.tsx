import { Alert, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCheck, IconPointFilled } from '@tabler/icons-react';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../frame/Read';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import type { FollowUp } from '../recommendations/recommendation';
import { isWithinReach, type Option, optionsOf, type Track } from './moving';
import { MovingForm } from './MovingForm';

interface MovingProps {
  followUp: FollowUp;
  track: Track;
}

/** What may be done from here. What may not says why, and how it becomes possible. */
export function Moving({ followUp, track }: MovingProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  // Kept as it was chosen: when somebody else moves the follow-up meanwhile, what was typed for it stays.
  const [chosen, setChosen] = useState<Option>();
  const options = useQuery(optionsOf(workspace, track));
  const section = useRef<HTMLDivElement>(null);
  useHotkeys([['m', () => section.current?.querySelector<HTMLInputElement>('input[type=radio]')?.focus()]]);
  return (
    <Stack gap="sm" ref={section}>
      <Title order={3} size="h4">
        {t('followUps.move')}
      </Title>
      {followUp.closing && (
        <Alert role="note" color="gray">
          {t('followUps.closedSoNoMove')}
        </Alert>
      )}
      <Read query={options}>
        {(items) => (
          <>
            <Radio.Group
              value={chosen ? keyOf(chosen) : ''}
              onChange={(key) => {
                setChosen(items.find((option) => keyOf(option) === key));
              }}
              aria-label={t('followUps.move')}
            >
              <Stack gap="xs">
                {items.map((option) => (
                  <Choice
                    key={keyOf(option)}
                    option={option}
                    isChosen={chosen !== undefined && keyOf(option) === keyOf(chosen)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Chosen
              option={chosen && (items.find((option) => keyOf(option) === keyOf(chosen)) ?? chosen)}
              track={track}
              followUp={followUp}
              onDone={() => {
                setChosen(undefined);
              }}
            />
          </>
        )}
      </Read>
    </Stack>
  );
}

const keyOf = ({ transition, workflow }: Option): string => `${transition} ${workflow ?? ''}`;

function Choice({ option, isChosen }: { option: Option; isChosen: boolean }) {
  const { t } = useTranslation();
  return (
    <Radio
      value={keyOf(option)}
      label={
        <Group gap={6}>
          <span>{option.label}</span>
          {option.toLabel && (
            <>
              <IconArrowRight size={14} aria-hidden />
              <PhaseSign phase={option.toPhase} label={option.toLabel} />
            </>
          )}
        </Group>
      }
      description={
        option.allowed ? (
          isChosen && (
            <Group gap={4} component="span">
              <IconCheck size={14} aria-hidden /> {t('followUps.ready')}
            </Group>
          )
        ) : (
          <Needs option={option} />
        )
      }
    />
  );
}

function Needs({ option }: { option: Option }) {
  const { t } = useTranslation();
  return (
    <span>
      {t('followUps.needs')}{' '}
      {option.unmet.map(({ condition, message }) => (
        <Text key={`${condition} ${message}`} component="span" size="xs" display="block">
          <IconPointFilled size={8} aria-hidden /> {message}
        </Text>
      ))}
    </span>
  );
}

interface ChosenProps {
  option: Option | undefined;
  track: Track;
  followUp: FollowUp;
  onDone: () => void;
}

function Chosen({ option, ...rest }: ChosenProps) {
  const { t } = useTranslation();
  if (!option) return null;
  if (!isWithinReach(option))
    return (
      <Alert role="note" color="gray">
        {t('followUps.notNow')}
      </Alert>
    );
  return <MovingForm option={option} {...rest} />;
}
