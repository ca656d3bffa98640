import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNamed } from '../addressees/named';

interface NamesFieldProps {
  label: string;
  description?: string;
  value: string[];
  onChange: (names: string[]) => void;
  hasFocus?: boolean;
}

/** Names of addressees: those of the workspace are offered, any other can be typed. */
export function NamesField({ label, description, value, onChange, hasFocus = false }: NamesFieldProps) {
  const { t } = useTranslation();
  const { found, setWords, open } = useNamed();
  return (
    <TagsInput
      label={label}
      description={description ?? t('sources.oneByOne')}
      // Names have commas of their own: "Tanzania, United Republic of".
      splitChars={[]}
      maxTags={50}
      value={value}
      data={[...new Set(found.map(({ name }) => name))]}
      filter={({ options }) => options}
      onDropdownOpen={open}
      onSearchChange={setWords}
      onChange={onChange}
      data-autofocus={hasFocus || undefined}
      autoFocus={hasFocus}
    />
  );
}
