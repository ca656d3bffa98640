// The sign-in without the rest of the page: whoever comes first can begin to type, and the rest comes while they do.

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { Root } from 'react-dom/client';
import { queryClient } from '../api/queries';
import { nonce, theme } from '../frame/theme';
import { beginWith } from '../i18n/i18n';
import englishFrame from '../i18n/en/frame.json';
import englishSignIn from '../i18n/en/sign-in.json';
import koreanFrame from '../i18n/ko/frame.json';
import koreanSignIn from '../i18n/ko/sign-in.json';
import { arrive } from './arrive';
import { isOurs } from './next';
import { SignIn } from './SignIn';

/** Shows the form at once; `go` leads to where the address says that one wanted to be. */
export async function showSignIn(root: Root, go: (next: string) => Promise<unknown>): Promise<void> {
  await beginWith({
    en: { frame: englishFrame, signIn: englishSignIn },
    ko: { frame: koreanFrame, signIn: koreanSignIn },
  });
  const next = new URLSearchParams(window.location.search).get('next');
  const leave = () => {
    arrive();
    return go(isOurs(next) ? next : '/');
  };
  root.render(
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <QueryClientProvider client={queryClient}>
        <SignIn onDone={leave} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
