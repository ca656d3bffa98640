import { useQuery } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

export type Member = Schema['MemberView'];
export type Organization = Schema['OrganizationView'];
export type Theme = Schema['ThemeView'];

export const THEMES_PATH = '/api/v1/workspaces/{workspace}/themes';
/** Where the themes are kept that the settings show. */
export const THEMES = ['themes', 'settings'];

/** All that a coalition has of them: a few dozen at most. */
const query = { limit: 200 };

export function useMembers() {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [workspace, 'members'],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/members', { params: { path: { workspace }, query } })),
  });
}

export function useOrganizations() {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [workspace, 'organizations'],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/organizations', { params: { path: { workspace }, query } })),
  });
}
