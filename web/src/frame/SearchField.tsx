import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNarrowing } from './narrowing';

const AFTER = 250;

/** Narrows a list to words, as one types; they stand in the address as `q`. */
export function SearchField({ label }: { label: string }) {
  const { of, put } = useNarrowing();
  const search = useDebouncedCallback((q: string) => put({ q: q.trim() }), AFTER);
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      defaultValue={of('q') ?? ''}
      onChange={(event) => search(event.currentTarget.value)}
      maxLength={200}
      flex={1}
      miw={200}
    />
  );
}
