import { useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from '../frame/workspace';
import { type Intake, isInRecord, proposalsOf } from './intake';

/** Whether a document is in the record, as this page knows at the moment when that is asked. */
export function useIsInRecord(intake: Intake): () => boolean {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  return () => isInRecord(intake, cache.getQueryData(proposalsOf(workspace, intake.id).queryKey) ?? []);
}
