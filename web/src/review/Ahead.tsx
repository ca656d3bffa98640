import { usePrefetchQuery } from '@tanstack/react-query';
import { evidenceOf, optionsOf } from '../follow-ups/moving';
import type { Waiting } from '../for-me/for-me';
import { useWorkspace } from '../frame/workspace';
import { trackOf } from './track';

interface AheadProps {
  item: Waiting & { trackId: string; followUpId: string; version: number };
}

/** Reads what the next claim needs while somebody still looks at this one. Shows nothing. */
export function Ahead({ item: { trackId, followUpId, version } }: AheadProps) {
  const workspace = useWorkspace();
  usePrefetchQuery(trackOf(workspace, trackId));
  usePrefetchQuery(optionsOf(workspace, { id: trackId, version }));
  usePrefetchQuery(evidenceOf(workspace, followUpId));
  return null;
}

/** Whether all of it is known, as it is of everything that waits for a check on a follow-up. */
export const canLookAhead = (item: Waiting | undefined): item is AheadProps['item'] =>
  item?.trackId !== undefined && typeof item.followUpId === 'string' && item.version !== undefined;
