// Who may open what, as a form or a page has to say it in words.

import { useQuery } from '@tanstack/react-query';
import { type Member, useMembers } from '../administration/lists';
import { answer, client, type Schema } from '../api/client';
import { today } from '../dates/dates';
import { useMembership, useWorkspace } from '../frame/workspace';
import type { Level } from './levels';

export type Reader = Schema['EvidenceReaderView'];
export type ReaderRequest = Schema['ReaderRequestView'];

/** Everybody who was named on a piece, and what was asked of administrators. */
export function useReaders(id: string) {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [workspace, 'evidence', 'readers', id],
    queryFn: async () => {
      const params = { path: { workspace, evidenceId: id }, query: { limit: 200 } };
      const asked = { path: { workspace }, query: { evidenceId: id, state: ['open' as const], limit: 200 } };
      const [readers, requests] = await Promise.all([
        answer(client.GET('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/readers', { params })),
        answer(client.GET('/api/v1/workspaces/{workspace}/reader-requests', { params: asked })),
      ]);
      return { readers: readers.items, requests: requests.items };
    },
  });
}

/** Whoever began today, in the workspace's time zone, is here already; the server looks once more. */
export const isHere = ({ endsOn }: Pick<Member, 'endsOn'>): boolean => endsOn === null || endsOn >= today();

/** The members who will be able to read what is kept at a level; undefined while they are being read. */
export function useWhoReads(level: Level): Member[] | undefined {
  const { data } = useMembers();
  const { id, organization } = useMembership();
  const members = data?.items.filter(isHere);
  if (level === 'restricted') return members?.filter((one) => one.id === id);
  if (level === 'organization')
    return members?.filter((one) => one.organization.id === organization.id || one.readsAll);
  return members;
}
