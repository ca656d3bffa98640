import { getRouteApi, useParams } from '@tanstack/react-router';
import type { Schema } from '../api/client';

const route = getRouteApi('/w/$workspace');

export type Membership = Schema['MyMembershipView'];

/** The workspace that the address names. */
export const useWorkspace = (): string => useParams({ from: '/w/$workspace' }).workspace;

/** The reader's own membership in it: organization and roles. */
export const useMembership = (): Membership => route.useRouteContext().membership;

export function useMay(...roles: string[]): boolean {
  return useMembership().roles.some((role) => roles.includes(role));
}
