import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Named, useNamed, withChosen } from './named';

interface AddresseeFieldProps extends Pick<
  SelectProps,
  'label' | 'description' | 'placeholder' | 'required' | 'clearable'
> {
  /** One that can't be chosen: it is the one that it is about. */
  without?: string;
  /** What the button that empties the field says. */
  none?: string;
  value: Named | null;
  onChange: (chosen: Named | null) => void;
}

/** One addressee, found by name. */
export function AddresseeField({ without, none, value, onChange, ...look }: AddresseeFieldProps) {
  const { t } = useTranslation();
  const { found, setWords, open } = useNamed();
  const choices = withChosen(value ? [value] : [], found).filter(({ id }) => id !== without);
  return (
    <Select
      {...look}
      searchable
      clearButtonProps={{ 'aria-label': none }}
      nothingFoundMessage={t('frame.nothingFound')}
      value={value?.id ?? null}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      onDropdownOpen={open}
      onSearchChange={setWords}
      onChange={(id) => onChange(choices.find((one) => one.id === id) ?? null)}
    />
  );
}
