// npm run build: what the other commands do by themselves before they start anything.
import { prepare } from './steps.mjs';

await prepare();
