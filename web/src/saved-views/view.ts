import type { Schema } from '../api/client';

export type SavedView = Schema['SavedViewView'];
