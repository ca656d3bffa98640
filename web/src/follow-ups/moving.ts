import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';

export type Track = Schema['TrackView'];
export type Option = Schema['OptionView'];
export type Wish = Schema['CreateTransitionDto'];
export type Linked = Schema['FollowUpEvidenceView'];

/** What may be done from where a track stands, each with what it still needs. Read anew with every version of the track. */
export const optionsOf = (workspace: string, track: Pick<Track, 'id' | 'version'>) =>
  queryOptions({
    queryKey: [workspace, 'tracks', track.id, 'options', track.version],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions/options', {
          params: { path: { workspace, trackId: track.id } },
        }),
      ),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });

/** The evidence of both sides of a follow-up. */
export const evidenceOf = (workspace: string, followUpId: string) =>
  queryOptions({
    queryKey: [workspace, 'evidence', 'of', followUpId],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/follow-ups/{followUpId}/evidence', {
          params: { path: { workspace, followUpId }, query: { limit: 200 } },
        }),
      ),
    select: ({ items }) => items,
  });

/** Needs that whoever moves can meet here and now, by writing, choosing or attaching. */
const ON_THE_SPOT = new Set([
  'has-note',
  'note-when-from',
  'has-evidence',
  'has-engagement',
  'reply-past-or-reminded',
  'any-of',
  'coded-by',
]);

export const isWithinReach = (option: Option): boolean =>
  option.unmet.every(({ condition }) => ON_THE_SPOT.has(condition));

export const needsNote = (option: Option): boolean =>
  option.unmet.some(({ condition }) => condition === 'has-note' || condition === 'note-when-from');

const AGAINST = new Set(['not-done', 'not-agreed', 'not-started', 'no-reply', 'reversed']);

/** What speaks for the state that an option leads to, and may be stood on: cited unless somebody takes it out. */
export function citable(linked: Linked[], track: Track, option: Option): string[] {
  const stance = AGAINST.has(option.toPhase ?? '') ? 'contradicts' : 'supports';
  return linked
    .filter((link) => link.trackId === track.id && link.stance === stance)
    .map(({ evidence }) => evidence)
    .filter((piece) => piece.acceptance === 'accepted' && piece.withdrawal === 'none')
    .filter(({ confidentiality }) => confidentiality === 'public' || confidentiality === 'coalition')
    .map(({ id }) => id);
}

/** What is asked of the server: what was said, of the move that was chosen. */
export function wishOf({ transition, workflow }: Option, { note, ...said }: Partial<Wish>, cited: string[]): Wish {
  return {
    ...said,
    ...(note?.trim() && { note: note.trim() }),
    ...(workflow && { workflow }),
    transition,
    occurredOn: said.occurredOn ?? null,
    evidenceIds: cited,
  };
}
