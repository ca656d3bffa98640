import { createTheme, DirectionProvider, MantineProvider, MantineThemeProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { session } from '../api/session';
import { useWatched } from '../api/watched';
import { router } from './router';

const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK KR", "Malgun Gothic", sans-serif',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' } } },
  respectReducedMotion: true,
  components: {
    // A dialog's heading is no banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
  },
});

/** Mantine's styles that depend on what is shown bear the nonce of the page's policy. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** What holds the page still under a drawer takes its nonce from here (get-nonce's way). */
Object.assign(globalThis, { __webpack_nonce__: nonce() });

/** Loaded after the page, or when there is need. */
const Notifications = lazy(() => import('@mantine/notifications').then((all) => ({ default: all.Notifications })));
const SignInAgain = lazy(() => import('../sign-in/SignInAgain').then((all) => ({ default: all.SignInAgain })));

function Later() {
  const { t } = useTranslation();
  const isSessionLost = useWatched(session) !== undefined;
  // The cross of a notification says what it does to those who hear it.
  const named = { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('frame.close') } } } };
  return (
    <Suspense>
      <MantineThemeProvider theme={{ components: named }}>
        <Notifications position="bottom-center" />
      </MantineThemeProvider>
      {isSessionLost && <SignInAgain />}
    </Suspense>
  );
}

export function App() {
  return (
    <DirectionProvider>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Later />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
