import { asked } from './chain.js';
import type { DemonstrationContent } from './content.js';

/** Invented throughout: another workspace, so that one can see that nothing crosses from one to the other. */
export const elsewhere: DemonstrationContent = {
  workspace: { slug: 'elsewhere', name: 'Elsewhere', timeZone: 'Europe/Lisbon' },
  organizations: [{ code: 'ferry-watch', name: 'Lowmere Ferry Watch' }],
  accounts: [
    { email: 'outsider@heed.example', name: 'Marta Quill (마르타 퀼)', organization: 'ferry-watch', roles: ['editor'] },
  ],
  enteredBy: 'outsider@heed.example',
  themes: [{ code: 'ferry-safety', label: 'Ferry safety', labels: { ko: '여객선 안전' } }],
  addressees: [{ code: 'LOWMERE-PORT', kind: 'other', name: 'Lowmere Port Authority', names: { ko: '로미어 항만청' } }],
  sources: [
    {
      code: 'ferry-letter',
      title: 'Open letter to the Lowmere Port Authority',
      kind: 'letter',
      issuedOn: '2024-05',
      language: 'en',
      issuers: ['Lowmere Ferry Watch'],
      recipients: ['Lowmere Port Authority'],
      note: 'Invented, as are the place and everyone in it.',
    },
  ],
  evidence: [],
  recommendations: [
    {
      code: 'LFW24-01',
      title: 'Publish inspection reports of the ferries',
      text: 'Publish each inspection report of a ferry within a month, with the faults found and the date by which they are to be mended.',
      translations: {
        ko: {
          title: '여객선 점검 보고서 공개',
          text: '여객선 점검 보고서를 발견된 결함과 수리 기한과 함께 한 달 안에 공개할 것.',
        },
      },
      source: 'ferry-letter',
      section: 'What we ask',
      paragraph: '1',
      themes: ['ferry-safety'],
      nature: 'recurring',
      followUps: [asked('LOWMERE-PORT', 'Publish the reports.')],
    },
  ],
  relations: [],
  occasions: [],
  deadlines: [],
  engagements: [],
  assessments: [],
  contributions: [],
  indicators: [],
  tallies: [],
  documents: [],
  heldBack: [],
  comments: [],
  steps: [],
};
