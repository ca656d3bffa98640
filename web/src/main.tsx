import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './frame/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { startLanguage } from './i18n/i18n';

await startLanguage();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
