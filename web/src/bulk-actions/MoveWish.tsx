import { Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../dates/DateField';
import { today } from '../dates/dates';
import type { Wish } from './bulk';
import { CiteField } from './CiteField';
import { SideField } from './SideField';
import { movesOf, useWorkflows } from './workflows';
import type { WishProps } from './wish';

type Move = NonNullable<Wish['transition']>;

/** Where they go: what may follow the states that the chosen ones are in. */
export function MoveWish({ chosen, side, onSide, onWish }: WishProps) {
  const { t } = useTranslation();
  const workflows = useWorkflows();
  const [move, setMove] = useState<Partial<Move>>({ occurredOn: today() });
  const put = (change: Partial<Move>) => {
    const next = { ...move, ...change };
    setMove(next);
    const { transition, occurredOn = null, note, evidenceIds = [] } = next;
    const cited = evidenceIds.length > 0 && { evidenceIds };
    onWish(
      transition ? { transition: { transition, occurredOn, ...(note?.trim() && { note }), ...cited } } : undefined,
    );
  };
  const moves = movesOf(workflows, chosen, side);
  return (
    <Stack>
      <SideField
        side={side}
        onSide={(value) => {
          onSide(value);
          put({ transition: undefined });
        }}
      />
      <Select
        key={side}
        label={t('bulk.move')}
        searchable
        value={move.transition ?? null}
        data={moves.map(({ key, label }) => ({ value: key, label }))}
        onChange={(value) => put({ transition: value ?? undefined })}
        nothingFoundMessage={t('frame.nothingFound')}
      />
      <DateField label={t('followUps.occurredOn')} onChange={(occurredOn) => put({ occurredOn })} />
      <Textarea
        label={t('followUps.note')}
        autosize
        minRows={2}
        maxLength={10_000}
        value={move.note ?? ''}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      <CiteField onChange={(evidenceIds) => put({ evidenceIds })} />
    </Stack>
  );
}
