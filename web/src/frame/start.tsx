import type { Root } from 'react-dom/client';
import { startLanguage } from '../i18n/i18n';
import { App } from './App';
import { router } from './router';

/** Each waits for the line: the words, who is here, and what the address shows are asked for at once. */
export async function showPage(root: Root, next?: string): Promise<void> {
  if (next !== undefined) router.history.replace(next);
  await Promise.all([startLanguage(), router.load()]);
  root.render(<App />);
}
