import { defineTogether } from '../support/together.js';

await defineTogether(import.meta.url);
