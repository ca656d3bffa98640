import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './frame/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { router } from './frame/router';
import { startLanguage } from './i18n/i18n';

// Each waits for the line: the words, who is here, and what the address shows are asked for at once.
await Promise.all([startLanguage(), router.load()]);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
