import type { ContentAccount, ContentOrganization } from './content-people.js';

/** Invented: no real organization entered these states. */
export const organizations: ContentOrganization[] = [
  { code: 'han-river', name: 'Han River Rights Watch' },
  { code: 'europe-for-korea', name: 'Europe for Korea' },
  { code: 'open-record', name: 'Open Record Institute' },
];

/** Invented, too. */
export const accounts: ContentAccount[] = [
  { email: 'admin@heed.example', name: 'Seo Mi-rae (서미래)', organization: 'han-river', roles: ['administrator'] },
  { email: 'editor@heed.example', name: 'Jang Do-yun (장도윤)', organization: 'han-river', roles: ['editor'] },
  {
    email: 'verifier@heed.example',
    name: 'Annika Falk (안니카 팔크)',
    organization: 'europe-for-korea',
    roles: ['verifier', 'partner'],
  },
  {
    email: 'partner@heed.example',
    name: 'Pieter Maas (피터르 마스)',
    organization: 'europe-for-korea',
    roles: ['partner'],
  },
  {
    email: 'auditor@heed.example',
    name: 'Inês Carvalho (이네스 카르발류)',
    organization: 'open-record',
    roles: ['auditor'],
  },
  {
    email: 'analyst@heed.example',
    name: 'Tomás Reis (토마스 헤이스)',
    organization: 'open-record',
    roles: ['partner'],
  },
];
