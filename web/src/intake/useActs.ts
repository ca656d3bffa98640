import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../frame/workspace';
import type { Act } from './acts';
import { type Calls, callsOf } from './calls';
import { type Proposal, proposalsOf } from './intake';

interface Wish {
  /** Left out, the last one is taken back. */
  act?: Act;
  onDone?: (made: Proposal[]) => void;
  onRefused?: () => void;
}

/** Acts on proposals one after the other, however quickly the keys are pressed; each can be taken back, the last one first. */
export function useActs(intakeId: string) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const own = useRef(new Map<string, number>());
  const back = useRef<((calls: Calls) => Promise<unknown>)[]>([]);
  const { queryKey } = proposalsOf(workspace, intakeId);
  const keep = (made: Proposal[]) => {
    for (const { id, version } of made) own.current.set(id, version);
    // What was asked for before would show what was there before.
    void cache.cancelQueries({ queryKey });
    cache.setQueryData(queryKey, (all: Proposal[] = []) => together(all, made));
  };
  const versionOf = ({ id, version }: Proposal): number => Math.max(own.current.get(id) ?? 0, version);
  const acting = useMutation<Proposal[], Error, Wish>({
    scope: { id: `intake-${intakeId}` },
    mutationFn: async ({ act }) => {
      const calls = callsOf({ workspace, intakeId }, versionOf, keep);
      if (!act) {
        const step = back.current.pop();
        if (step) await step(calls);
        else notifications.show({ message: t('intake.nothingToUndo') });
        return [];
      }
      const made = await act.does(calls);
      back.current.push((now) => act.undo(now, made));
      return made;
    },
    onSuccess: (made, { onDone }) => onDone?.(made),
    onError: (_, { onRefused }) => {
      onRefused?.();
      void cache.invalidateQueries({ queryKey });
    },
    // Names come and go with decisions; so does what the list of documents counts.
    onSettled: () => void cache.invalidateQueries({ queryKey: [workspace, 'intake'], predicate: isAnother(queryKey) }),
  });
  const readAnew = () => cache.refetchQueries({ queryKey }, { throwOnError: true }).then(acting.reset);
  return { ...acting, readAnew };
}

const isAnother =
  (own: readonly unknown[]) =>
  ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
    JSON.stringify(queryKey) !== JSON.stringify(own);

/** The list with what came of an act, in the order of the document. */
const together = (all: Proposal[], made: Proposal[]): Proposal[] =>
  [...all.filter(({ id }) => !made.some((one) => one.id === id)), ...made].sort(
    (a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1),
  );
