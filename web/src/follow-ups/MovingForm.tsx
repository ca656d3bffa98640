import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import { today } from '../dates/dates';
import { Refused } from '../frame/Refused';
import { useMembership, useWorkspace } from '../frame/workspace';
import type { FollowUp } from '../recommendations/recommendation';
import { Citing } from './Citing';
import { Engaging } from './Engaging';
import { citable, evidenceOf, needsNote, type Option, type Track, type Wish, wishOf } from './moving';
import { useSave } from './saving';
import { WhichState } from './WhichState';
import { WhichTransition } from './WhichTransition';

const CODERS = ['state', 'ohchr', 'upr-info'] as const;

interface MovingFormProps {
  option: Option;
  track: Track;
  followUp: FollowUp;
  onDone: () => void;
}

/** Everything that the chosen move asks for, on the spot, and what saving it will do. */
export function MovingForm({ option, track, followUp, onDone }: MovingFormProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const linked = useQuery(evidenceOf(workspace, followUp.id)).data ?? [];
  const [said, setSaid] = useState<Partial<Wish>>({ occurredOn: today() });
  const say = (more: Partial<Wish>) => {
    setSaid((before) => ({ ...before, ...more }));
  };
  const cited = said.evidenceIds ?? citable(linked, track, option);
  const save = useSave(track, onDone);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate(wishOf(option, said, cited));
  };
  return (
    <form onSubmit={submit} aria-label={option.label}>
      <Stack gap="sm">
        {option.transition === 'correct' && <WhichTransition track={track} onChoose={say} />}
        {option.to === null && (
          <WhichState
            track={track}
            onChoose={(to) => {
              say({ to });
            }}
          />
        )}
        <DateField
          key={said.corrects}
          label={t('followUps.occurredOn')}
          start={said.occurredOn}
          onChange={(occurredOn) => {
            say({ occurredOn });
          }}
        />
        <Textarea
          label={t(needsNote(option) ? 'followUps.noteNeeded' : 'followUps.note')}
          autosize
          minRows={2}
          maxLength={10_000}
          value={said.note ?? ''}
          onChange={(event) => {
            say({ note: event.currentTarget.value });
          }}
        />
        {option.unmet.some(({ condition }) => condition === 'coded-by') && (
          <CodedBy
            onChoose={(codedBy) => {
              say({ codedBy });
            }}
          />
        )}
        <Engaging option={option} followUp={followUp} />
        <Citing
          track={track}
          linked={linked}
          cited={cited}
          onChange={(evidenceIds) => {
            say({ evidenceIds });
          }}
        />
        <Refused error={save.error} />
        <WhatWillHappen option={option} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('followUps.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CodedBy({ onChoose }: { onChoose: (who: string | undefined) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('followUps.codedBy')}
      data={[{ value: '', label: '' }, ...CODERS.map((value) => ({ value, label: t(`followUps.coders.${value}`) }))]}
      onChange={(event) => {
        onChoose(event.currentTarget.value || undefined);
      }}
    />
  );
}

function WhatWillHappen({ option }: { option: Option }) {
  const { t } = useTranslation();
  const { name, organization } = useMembership();
  return (
    <Alert role="note" color="gray" variant="light" p="xs">
      <Text size="sm">
        {option.toLabel && `${t('followUps.willBe', { state: option.toLabel })} `}
        {t('followUps.willBeRecorded', { name, organization: organization.name })}
      </Text>
    </Alert>
  );
}
