import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../frame/narrowing';
import { useToday } from '../frame/workspace';
import { type Came, EITHER, lately } from './came';
import { PHASES } from './phases';

interface CameToProps {
  came: Came | undefined;
  put: (came: Came | undefined) => void;
}

/** Narrows a list to what came to a phase between two days; they are asked for as soon as there is a phase. */
export function CameTo({ came, put }: CameToProps) {
  const { t } = useTranslation();
  const sides = (['response', 'implementation'] as const).map((axis) => ({
    group: t(`axes.${axis}`),
    items: PHASES[axis].map((value) => ({ value, label: t(`phases.${value}`) })),
  }));
  const now = useToday();
  const choose = (chosen: string | null) => {
    const phase = oneOf(EITHER, chosen ?? undefined);
    put(phase && (came ? { ...came, phase } : lately(phase, now)));
  };
  return (
    <>
      <Select
        label={t('phases.cameTo')}
        placeholder={t('phases.cameToAny')}
        clearable
        clearButtonProps={{ 'aria-label': t('phases.cameToAny') }}
        value={came?.phase ?? null}
        data={sides}
        onChange={choose}
      />
      {came && <Days came={came} put={put} />}
    </>
  );
}

function Days({ came, put }: { came: Came; put: (came: Came) => void }) {
  const { t } = useTranslation();
  const { from, to } = came;
  return (
    <>
      <TextInput
        type="date"
        label={t('phases.cameFrom')}
        value={from}
        onChange={({ currentTarget: { value } }) => value && put({ ...came, from: value, to: value > to ? value : to })}
      />
      <TextInput
        type="date"
        label={t('phases.cameUntil')}
        value={to}
        onChange={({ currentTarget: { value } }) =>
          value && put({ ...came, to: value, from: value < from ? value : from })
        }
      />
    </>
  );
}
