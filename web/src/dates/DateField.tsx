import { Button, Checkbox, Fieldset, Group, NativeSelect, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from './dates';
import { NOTHING, type Parts, partsOf, toEdtf } from './parts';
import { When } from './When';

interface DateFieldProps {
  label: string;
  /** What is known so far (EDTF), or null; today where it is left out. */
  start?: string | null;
  /** Only when somebody changes it: a date that nobody touched stays as it was read. */
  onChange: (edtf: string | null) => void;
}

/** A date as precise as it is known: a year alone, a month, a day; left empty it is not known. */
export function DateField({ label, start = today(), onChange }: DateFieldProps) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(() => partsOf(start));
  const put = (next: Parts) => {
    setParts(next);
    onChange(toEdtf(next));
  };
  return (
    <Fieldset legend={label} p="xs" variant="unstyled">
      {parts ? (
        <Fields parts={parts} put={(change) => put({ ...parts, ...change })} />
      ) : (
        <Group gap="sm">
          <Text size="sm">
            <When date={start} />
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => put(NOTHING)}>
            {t('dates.anew')}
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

function Fields({ parts, put }: { parts: Parts; put: (change: Partial<Parts>) => void }) {
  const { t, i18n } = useTranslation();
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  return (
    <Group gap="xs" align="end">
      <NumberInput
        label={t('dates.year')}
        w={90}
        min={1000}
        max={2999}
        hideControls
        allowDecimal={false}
        thousandSeparator=""
        value={parts.year}
        onChange={(year) => put({ year: String(year) })}
      />
      <NativeSelect
        label={t('dates.month')}
        value={parts.month}
        onChange={(event) => put({ month: event.currentTarget.value, ...(!event.currentTarget.value && { day: '' }) })}
        data={[
          { value: '', label: t('dates.notKnown') },
          ...MONTHS.map((value) => ({ value, label: monthName.format(Date.UTC(2000, Number(value) - 1)) })),
        ]}
      />
      <NumberInput
        label={t('dates.day')}
        w={70}
        min={1}
        max={31}
        hideControls
        allowDecimal={false}
        disabled={!parts.month}
        value={parts.day}
        onChange={(day) => put({ day: String(day) })}
      />
      <Checkbox
        label={t('dates.isAbout')}
        checked={parts.isAbout}
        onChange={(event) => put({ isAbout: event.currentTarget.checked })}
        mb={8}
      />
    </Group>
  );
}
