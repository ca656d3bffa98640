import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import type { Bulk } from './bulk';

const CONFIRM = '/api/v1/workspaces/{workspace}/bulk-actions/{id}/confirmation';
const UNDO = '/api/v1/workspaces/{workspace}/bulk-actions/{id}/undo';

/** Deadlines stay: asking for them back would only be refused. */
export const canBePutBack = ({ action, counts }: Bulk): boolean => action !== 'deadline' && counts.done > 0;

/** Several acts, one after the other; undone from the last. What was done before one broke off stays, and is shown. */
export function useWorkThrough(bulks: Bulk[]) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [now, setNow] = useState(bulks);
  const [step, setStep] = useState<'preview' | 'done' | 'undone'>('preview');
  const [progress, setProgress] = useState(0);
  const each = async (some: Bulk[], act: (id: string) => Promise<Bulk>) => {
    setProgress(0);
    for (const [n, { id }] of some.entries()) {
      const after = await act(id);
      setNow((before) => before.map((bulk) => (bulk.id === id ? after : bulk)));
      setProgress((100 * (n + 1)) / some.length);
    }
  };
  const onSettled = () => queryClient.invalidateQueries({ queryKey: [workspace] });
  const work = useMutation({
    mutationFn: () =>
      each(
        now.filter(({ counts }) => counts.allowed > 0),
        (id) => answer(client.POST(CONFIRM, { params: { path: { workspace, id } } })),
      ),
    onSuccess: () => setStep('done'),
    onSettled,
  });
  const undo = useMutation({
    mutationFn: () =>
      each(now.filter(canBePutBack).reverse(), (id) =>
        answer(client.POST(UNDO, { params: { path: { workspace, id } }, body: { note: t('bulk.undoNote') } })),
      ),
    onSuccess: () => setStep('undone'),
    onSettled,
  });
  return { now, step, work, undo, progress };
}
