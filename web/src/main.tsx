import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { createRoot } from 'react-dom/client';
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
  const [page] = await Promise.all([loadPage(), fetchWords()]);
  await page.showPage(root);
}

// Nothing is awaited here: what comes later is bundled with what is in this file, and would wait for its end.
void (window.location.pathname === '/sign-in' ? beginAtSignIn() : beginOnPage());
