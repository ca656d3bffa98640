import { getRouteApi, useParams } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { today } from '../dates/dates';
import { useIsPast } from './moment';

const route = getRouteApi('/w/$workspace');

export type Membership = Schema['OpenMembershipView'];

/** The workspace that the address names. */
export const useWorkspace = (): string => useParams({ from: '/w/$workspace' }).workspace;

/** The reader's own membership in it: organization and roles. */
export const useMembership = (): Membership => route.useRouteContext().membership;

/** Today in the workspace's time zone, by which the server counts its days: the same for all who read it, wherever they are. */
export const useToday = (): string => today(useMembership().workspace.timeZone);

/** Whether the reader is one of these. */
export const useIs = (...roles: string[]): boolean => useMembership().roles.some((role) => roles.includes(role));

/** Whether the reader may do here what these may: nobody changes what has been. */
export function useMay(...roles: string[]): boolean {
  const isPast = useIsPast();
  return useIs(...roles) && !isPast;
}
