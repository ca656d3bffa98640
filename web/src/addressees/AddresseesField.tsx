import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Named, useNamed, withChosen } from './named';

interface AddresseesFieldProps {
  label: string;
  /** None may be chosen, which is said by no mark. */
  isOptional?: boolean;
  value: Named[];
  onChange: (chosen: Named[]) => void;
}

/** Several addressees, found by name. */
export function AddresseesField({ label, isOptional = false, value, onChange }: AddresseesFieldProps) {
  const { t } = useTranslation();
  const { found, setWords, open } = useNamed();
  const choices = withChosen(value, found);
  return (
    <MultiSelect
      label={label}
      withAsterisk={!isOptional}
      searchable
      hidePickedOptions
      maxValues={200}
      nothingFoundMessage={t('frame.nothingFound')}
      value={value.map(({ id }) => id)}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      onDropdownOpen={open}
      onSearchChange={setWords}
      onChange={(ids) => onChange(choices.filter(({ id }) => ids.includes(id)))}
    />
  );
}
