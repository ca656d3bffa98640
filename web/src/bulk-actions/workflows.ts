import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { Read } from '../workflows/definition';
import type { Chosen, Side } from './bulk';

/** Workflows by the name that a track has of its own, read when somebody is about to move many. */
export type Workflows = Map<string, Read>;

export function useWorkflows(): Workflows {
  const workspace = useWorkspace();
  const { i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: [workspace, 'workflows', 'definitions'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/workflows', {
          params: { path: { workspace }, query: { limit: 200, fields: ['id', 'key', 'version', 'definition'] } },
        }),
      ),
  });
  return new Map(
    (data?.items ?? []).map((workflow) => [`${workflow.key}@${workflow.version}`, new Read(workflow, i18n.language)]),
  );
}

interface Move {
  key: string;
  label: string;
}

/** What may follow any of the states that the chosen ones are in, each once. */
export function movesOf(workflows: Workflows, { rows }: Chosen, side: Side): Move[] {
  const moves = new Map<string, string>();
  for (const row of rows) {
    const workflow = workflows.get(row[side].workflow);
    for (const rule of workflow?.transitions ?? [])
      if (rule.from.includes(row[side].state)) moves.set(rule.key, workflow?.transition(rule.key) ?? rule.key);
  }
  return [...moves].map(([key, label]) => ({ key, label }));
}
