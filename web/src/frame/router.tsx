// Every address of the page. What is behind one is loaded when somebody goes there.

import { createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router';
import { momentOf, momentShown, saidInAddress } from '../api/moment';
import { queryClient } from '../api/queries';
import { Frame } from './Frame';
import { Broken, Missing, Waiting } from './Standing';
import { outside, root } from './outside';
import { whoIsHere } from './whoIsHere';

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace',
  validateSearch: momentOf,
  // As of which moment a page is read goes along to every other page of the workspace.
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
  beforeLoad: async ({ location, params, search, preload }) => {
    // Search has whatever stands in the address, a page's filters too.
    if (!preload) momentShown.set(saidInAddress(momentOf(search)));
    const { memberships } = await whoIsHere(location.href);
    const membership = memberships.find((one) => one.workspace.slug === params.workspace);
    if (!membership) throw redirect({ to: '/' });
    if (membership.needsSecondFactor) throw redirect({ to: '/second-factor', search: { next: location.href } });
    return { membership };
  },
  component: Frame,
  notFoundComponent: Missing,
});

type Search = Record<string, unknown>;
const kept = (search: Search): Search => search;

/** Pages within a workspace; what a page is narrowed to stands in its address. */
const pages = [
  page('/', () => import('../overview/OverviewPage'), 'OverviewPage'),
  page('/for-me', () => import('../for-me/ForMePage'), 'ForMePage'),
  page('/follow-ups', () => import('../follow-ups/FollowUpsPage'), 'FollowUpsPage'),
  page('/recommendations', () => import('../recommendations/RecommendationsPage'), 'RecommendationsPage'),
  page('/recommendations/$id', () => import('../recommendations/RecommendationPage'), 'RecommendationPage'),
  page('/changes', () => import('../changes/ChangesPage'), 'ChangesPage'),
  page('/addressees', () => import('../addressees/AddresseesPage'), 'AddresseesPage'),
  page('/addressees/$id', () => import('../addressees/AddresseePage'), 'AddresseePage'),
  page('/sources', () => import('../sources/SourcesPage'), 'SourcesPage'),
  page('/sources/$id', () => import('../sources/SourcePage'), 'SourcePage'),
  page('/intake', () => import('../intake/IntakePage'), 'IntakePage'),
  page('/intake/$id', () => import('../intake/DeskPage'), 'DeskPage'),
  page('/intake/$id/record', () => import('../intake/RecordPage'), 'RecordPage'),
  page('/engagements', () => import('../engagements/EngagementsPage'), 'EngagementsPage'),
  page('/engagements/$id', () => import('../engagements/EngagementPage'), 'EngagementPage'),
  page('/evidence', () => import('../evidence/EvidencePage'), 'EvidencePage'),
  page('/evidence/$id', () => import('../evidence/PiecePage'), 'PiecePage'),
  page('/reader-requests', () => import('../evidence/ReaderRequestsPage'), 'ReaderRequestsPage'),
  page('/figures', () => import('../figures/FiguresPage'), 'FiguresPage'),
  page('/figures/$id', () => import('../figures/FigurePage'), 'FigurePage'),
  page('/tallies', () => import('../tallies/TalliesPage'), 'TalliesPage'),
  page('/tallies/$id', () => import('../tallies/TallyPage'), 'TallyPage'),
  page('/data-quality', () => import('../data-quality/DataQualityPage'), 'DataQualityPage'),
  page('/workflows', () => import('../workflows/WorkflowsPage'), 'WorkflowsPage'),
  page('/workflows/$key', () => import('../workflows/WorkflowPage'), 'WorkflowPage'),
  page('/silences', () => import('../silences/SilencesPage'), 'SilencesPage'),
  page('/review', () => import('../review/ReviewPage'), 'ReviewPage'),
  page('/audit', () => import('../audit/AuditPage'), 'AuditPage'),
  page('/settings', () => import('../administration/SettingsPage'), 'SettingsPage'),
] as const;

function page<Path extends string, Module extends Record<Name, React.ComponentType>, Name extends string>(
  path: Path,
  load: () => Promise<Module>,
  name: Name,
) {
  return createRoute({
    getParentRoute: () => workspace,
    path,
    validateSearch: kept,
    component: lazyRouteComponent(load as () => Promise<Record<string, React.ComponentType>>, name),
  });
}

export const router = createRouter({
  routeTree: root.addChildren([...outside, workspace.addChildren([...pages])]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
