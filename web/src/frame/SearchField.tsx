import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useNarrowing } from './narrowing';

const AFTER = 250;

/** Narrows a list to words, as one types; they stand in the address as `q`, and whatever changes it there changes what stands here. */
export function SearchField({ label }: { label: string }) {
  const { of, put } = useNarrowing();
  const q = of('q') ?? '';
  const [words, setWords] = useState(q);
  const [last, setLast] = useState(q);
  // What was asked for arrives in the address when somebody may have typed on: only what comes from elsewhere replaces it.
  const [asked, setAsked] = useState(q);
  if (q !== last) {
    setLast(q);
    if (q !== asked) {
      setAsked(q);
      setWords(q);
    }
  }
  const search = useDebouncedCallback((typed: string) => {
    setAsked(typed.trim());
    put({ q: typed.trim() });
  }, AFTER);
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      maxLength={200}
      flex={1}
      miw={200}
    />
  );
}
