// Documents that came in, and how they are read.

import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { Problem } from '../api/problem';

export type Intake = Schema['IntakeView'];
export type Listed = Schema['IntakeInListView'];
export type Proposal = Schema['ProposalView'];
export type Like = Proposal['repeats'][number];
export type LinkKind = Proposal['relations'][number]['kind'];
export type Meant = Schema['MeantNameView'];

/** Where the list of the documents is kept. */
export const LISTED = ['intake', 'list'];

/** Who reads documents in and decides on them. */
export const READERS = ['administrator', 'editor'];
export const REJECTIONS = [
  'asks-nothing',
  'followed-already',
  'not-ours',
  'too-vague',
  'read-wrongly',
] as const satisfies Proposal['rejection'][];
export const LEVELS = ['coalition', 'organization'] as const satisfies Listed['confidentiality'][];

/**
 * With its text, which never changes, so it is read once and stays out of the way of news: every decision is news, and a long report
 * is heavy. That it is recorded is seen from its proposals.
 */
export const intakeOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['intake', workspace, id],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/intake/{id}', { params: { path: { workspace, id } } })),
    staleTime: Infinity,
    gcTime: 60_000,
  });

/** Whether it is left out since it is in the record already, as something that is known. */
export const isFollowed = ({ state, recommendation }: Proposal): boolean =>
  state === 'rejected' && recommendation !== null;

/** A document that is in the record: its text is not read anew with news, and its proposals tell of it first. */
export const isInRecord = ({ state }: Intake, proposals: Proposal[]): boolean =>
  state === 'recorded' || proposals.some((one) => one.state === 'accepted' && one.recommendation !== null);

/** That somebody discarded a document since it was read here. */
export const goneBy = (error: Error | null): Error | null =>
  error instanceof Problem && error.status === 404 ? error : null;

const AT_ONCE = 200;

/** All that was proposed, in the order of the document. */
export const proposalsOf = (workspace: string, intakeId: string) =>
  queryOptions({
    queryKey: [workspace, 'intake', intakeId, 'proposals'],
    queryFn: async () => {
      const all: Proposal[] = [];
      let cursor: string | undefined;
      do {
        const { items, nextCursor } = await answer(
          client.GET('/api/v1/workspaces/{workspace}/intake/{intakeId}/proposals', {
            params: { path: { workspace, intakeId }, query: { limit: AT_ONCE, cursor } },
          }),
        );
        all.push(...items);
        cursor = nextCursor ?? undefined;
      } while (cursor);
      return all;
    },
  });

/** Whom the names of its proposals mean in this workspace. */
export const namesOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'intake', id, 'names'],
    queryFn: async () => {
      const { items } = await answer(
        client.GET('/api/v1/workspaces/{workspace}/intake/{id}/names', { params: { path: { workspace, id } } }),
      );
      return items;
    },
  });
