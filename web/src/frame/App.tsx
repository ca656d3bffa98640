import { DirectionProvider, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import '@mantine/notifications/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { session } from '../api/session';
import { useWatched } from '../api/watched';
import { router } from './router';
import { nonce, theme } from './theme';

/** What holds the page still under a drawer takes its nonce from here (get-nonce's way). */
Object.assign(globalThis, { __webpack_nonce__: nonce() });

/** Loaded after the page, or when there is need. */
const Notifications = lazy(() => import('@mantine/notifications').then((all) => ({ default: all.Notifications })));
const SignInAgain = lazy(() => import('../sign-in/SignInAgain').then((all) => ({ default: all.SignInAgain })));

function Later() {
  const isSessionLost = useWatched(session) !== undefined;
  return (
    <Suspense>
      <Notifications position="bottom-center" />
      {isSessionLost && <SignInAgain />}
    </Suspense>
  );
}

/** What closes a notice says so, in the reader's language. */
function useTheme() {
  const { t } = useTranslation();
  return mergeThemeOverrides(theme, {
    components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('frame.close') } } } },
  });
}

export function App() {
  return (
    <DirectionProvider>
      <MantineProvider theme={useTheme()} defaultColorScheme="auto" getStyleNonce={nonce}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Later />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
