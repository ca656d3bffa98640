import { NativeSelect } from '@mantine/core';
import { oneOf, useNarrowing } from './narrowing';

interface KindFilterProps<Kind extends string> {
  label: string;
  every: string;
  kinds: readonly Kind[];
  say: (kind: Kind) => string;
}

/** Narrows a list to one kind, which stands in the address. */
export function KindFilter<Kind extends string>({ label, every, kinds, say }: KindFilterProps<Kind>) {
  const { of, put } = useNarrowing();
  return (
    <NativeSelect
      label={label}
      value={oneOf(kinds, of('kind')) ?? ''}
      onChange={(event) => put({ kind: event.currentTarget.value })}
      data={[{ value: '', label: every }, ...kinds.map((value) => ({ value, label: say(value) }))]}
    />
  );
}
