import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

export type Named = Schema['AddresseeNameView'];

/** Addressees as one types a name, other name or code, from when the field is opened. */
export function useNamed() {
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [q] = useDebouncedValue(words.trim(), 200);
  const { data } = useQuery({
    queryKey: [workspace, 'addressees', 'named', q],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/addressees', {
          params: { path: { workspace }, query: { ...(q && { q }), limit: 20, fields: ['id', 'code', 'name'] } },
        }),
      ),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return { found: (data?.items ?? []) as Named[], setWords, open: () => setOpen(true) };
}

/** What was chosen before stays among the choices, whatever is found now. */
export const withChosen = (chosen: Named[], found: Named[]): Named[] => [
  ...chosen,
  ...found.filter(({ id }) => !chosen.some((one) => one.id === id)),
];
