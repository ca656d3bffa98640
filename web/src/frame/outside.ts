// Addresses for whoever is nobody yet, and for what belongs to the person alone.

import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { isOurs } from '../sign-in/next';
import { Missing } from './Standing';
import { whoIsHere } from './whoIsHere';

/** What everything stands under. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Missing,
});

/** Where one was going. */
const afterwards = ({ next }: Record<string, unknown>): { next?: string } => (isOurs(next) ? { next } : {});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const { memberships } = await whoIsHere('/');
    const [first] = memberships;
    if (!first) throw redirect({ to: '/account' });
    throw redirect({ to: '/w/$workspace/for-me', params: { workspace: first.workspace.slug } });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: afterwards,
  component: lazyRouteComponent(() => import('../sign-in/SignInPage'), 'SignInPage'),
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/$code',
  component: lazyRouteComponent(() => import('../identity-providers/OrganizationPage'), 'OrganizationPage'),
});

const returning = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/return',
  component: lazyRouteComponent(() => import('../identity-providers/ReturnPage'), 'ReturnPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('../sign-in/InvitationPage'), 'InvitationPage'),
});

const recovery = createRoute({
  getParentRoute: () => root,
  path: '/recoveries/$token',
  component: lazyRouteComponent(() => import('../sign-in/RecoveryPage'), 'RecoveryPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  beforeLoad: ({ location }) => whoIsHere(location.href),
  component: lazyRouteComponent(() => import('../account/AccountPage'), 'AccountPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  validateSearch: afterwards,
  beforeLoad: ({ location }) => whoIsHere(location.href),
  component: lazyRouteComponent(() => import('../second-factors/SecondFactorPage'), 'SecondFactorPage'),
});

/** Addresses outside of any workspace. */
export const outside = [start, signIn, organization, returning, invitation, recovery, account, secondFactor] as const;
