import { Checkbox, Fieldset, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from './dates';

interface Parts {
  year: string;
  month: string;
  day: string;
  isAbout: boolean;
}

const toEdtf = ({ year, month, day, isAbout }: Parts): string | null => {
  if (!/^\d{4}$/.test(year)) return null;
  const date = [year, month, month ? day.padStart(day ? 2 : 0, '0') : ''].filter(Boolean).join('-');
  return isAbout ? `${date}~` : date;
};

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** A date as precise as it is known: a year alone, a month, a day; left empty it is not known. */
export function DateField({
  label,
  onChange,
  isToday = true,
}: {
  label: string;
  onChange: (edtf: string | null) => void;
  isToday?: boolean;
}) {
  const { t, i18n } = useTranslation();
  const [parts, setParts] = useState<Parts>(() => {
    const [year = '', month = '', day = ''] = isToday ? today().split('-') : [];
    return { year, month, day, isAbout: false };
  });
  const put = (change: Partial<Parts>) => {
    const next = { ...parts, ...change };
    setParts(next);
    onChange(toEdtf(next));
  };
  const monthName = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  return (
    <Fieldset legend={label} p="xs" variant="unstyled">
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
          onChange={(event) =>
            put({ month: event.currentTarget.value, ...(!event.currentTarget.value && { day: '' }) })
          }
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
    </Fieldset>
  );
}
