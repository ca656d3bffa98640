// The signs of confidentiality: a lock and a word on every piece, the closer the darker.

import { IconLock, IconLockFilled, IconLockOpen, IconShieldLockFilled, type Icon } from '@tabler/icons-react';
import type { Schema } from '../api/client';

export type Level = Schema['EvidenceView']['confidentiality'];

export const LEVELS = ['public', 'coalition', 'organization', 'restricted'] as const satisfies readonly Level[];

export const SIGNS: Record<Level, { shape: Icon; colour: string; ground: string }> = {
  public: { shape: IconLockOpen, colour: 'light-dark(#3b3f45, #d3d6da)', ground: 'transparent' },
  coalition: { shape: IconLock, colour: 'light-dark(#1f3a8a, #b9c8ff)', ground: 'light-dark(#eef1fc, #1d2747)' },
  organization: {
    shape: IconLockFilled,
    colour: 'light-dark(#6b3a00, #ffd39b)',
    ground: 'light-dark(#fdf0dc, #452b08)',
  },
  restricted: { shape: IconShieldLockFilled, colour: '#ffffff', ground: '#8a1c1c' },
};
