import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { createRoot } from 'react-dom/client';
import type { Schema } from './api/client';
import { me, queryClient } from './api/queries';
import { askEarly } from './for-me/early';
import { fetchWords } from './i18n/i18n';
import { showSignIn } from './sign-in/alone';
import './frame/page.css';

const ground = document.getElementById('root');
if (!ground) throw new Error('The document has no place for the page.');
const root = createRoot(ground);
const loadPage = () => import('./frame/start');

async function beginAtSignIn(): Promise<void> {
  await showSignIn(root, async (next) => {
    // Where the rest of the page could not be had, the browser asks for all of it anew.
    const page = await loadPage().catch(() => window.location.assign(next));
    await page?.showPage(root, next);
  });
  // The first page after the sign-in, while people type.
  setTimeout(() => void Promise.allSettled([loadPage(), fetchWords(), import('./for-me/ForMePage')]));
}

async function beginOnPage(): Promise<void> {
  const coming = [loadPage(), fetchWords()] as const;
  // The server says with the document who is here, where it knows; otherwise the router asks.
  const told = document.getElementById('me')?.textContent;
  if (told) {
    const whoIsHere = JSON.parse(told) as Schema['MeView'];
    queryClient.setQueryData(me.queryKey, whoIsHere);
    askEarly(window.location.pathname, whoIsHere);
  }
  const [page] = await Promise.all(coming);
  await page.showPage(root);
}

// Nothing is awaited here: what comes later is bundled with what is in this file, and would wait for its end.
void (window.location.pathname === '/sign-in' ? beginAtSignIn() : beginOnPage());
