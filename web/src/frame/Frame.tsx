import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { saidInAddress } from '../api/moment';
import { AsOf, AsOfBand } from './AsOf';
import { BottomBar } from './BottomBar';
import { ConnectionBand } from './ConnectionBand';
import { Header } from './Header';
import { useMoment } from './moment';
import { Navigation } from './Navigation';
import { useNews } from './news';

/** Not needed to see the page; they come after it. */
const Palette = lazy(() => import('./Palette').then(({ Palette }) => ({ default: Palette })));
const Keys = lazy(() => import('./Keys').then(({ Keys }) => ({ default: Keys })));

export function Frame() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const address = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [address, close]);
  useNews();
  // Another moment is another page: nothing that was read of the one before stays on it.
  const shown = saidInAddress(useMoment());
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 212, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      footer={{ height: { base: 60, sm: 0 } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#main">
        {t('frame.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap">
          <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('frame.menu')} />
          <Header />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('frame.pages')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <ConnectionBand />
        <AsOf />
        <AsOfBand />
        <Outlet key={shown} />
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm" className="no-print">
        <BottomBar />
      </AppShell.Footer>
      <Suspense>
        <Palette />
        <Keys />
      </Suspense>
    </AppShell>
  );
}
