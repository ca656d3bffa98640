import { asked, delivered, done, said, stood } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';
import type { ContentEngagement } from './content-findings.js';
import { STAFF_REPORTED } from './sources.js';

const rapporteur = { madeBy: ['UN special rapporteur on North Korea'], subjectCountry: 'KP' };

export const humanitarianAsks: ContentRecommendation[] = [
  {
    ...rapporteur,
    code: 'SR22-01',
    title: '60 million vaccine doses for North Korea',
    text: 'Provide North Korea with 60 million doses of vaccine against COVID-19, two for each inhabitant, so that nothing is left to justify closed borders.',
    translations: {
      ko: {
        title: '북한에 백신 6천만 회분 제공',
        text: '북한의 모든 주민이 두 차례 접종할 수 있는 코로나19 백신 6천만 회분을 제공하여 국경 봉쇄를 계속할 명분을 없앨 것.',
      },
    },
    source: 'vaccines-2022',
    paragraph: '1',
    themes: ['health'],
    sdg: ['3.8'],
    followUps: [
      asked('INTL-COMMUNITY', 'Provide 60 million doses.', {
        evidence: [said('vaccines'), done('vaccines-allocated'), done('vaccines-tests')],
        transitions: [
          delivered(
            '2022-02',
            'vaccines',
            'Said in public, at a press conference in Seoul, and to diplomats there. No answer is known to the source.',
          ),
        ],
      }),
    ],
  },
  {
    ...rapporteur,
    code: 'SR25-01',
    title: 'Let international aid staff return to North Korea',
    text: 'Let the international staff of the UN and of aid organizations come back to North Korea, so that they can help more and find out independently where need is greatest.',
    translations: {
      ko: {
        title: '국제 구호 인력의 북한 복귀 허용',
        text: '유엔과 구호 단체의 국제 직원이 북한으로 돌아와 지원을 늘리고 인도적 상황을 독립적으로 평가하도록 허용할 것.',
      },
    },
    source: 'staff-2025',
    paragraph: '3',
    themes: ['humanitarian-access'],
    followUps: [
      asked('KP', 'Let international staff back in.', {
        evidence: [
          said('staff-talks'),
          said('staff-question'),
          done('staff-shut-out', 'contradicts'),
          done('staff-talks'),
        ],
        transitions: [
          // Not acknowledged: only the UN speaks of talks. Not "no reply": it was the press whose question went unanswered.
          delivered(
            STAFF_REPORTED,
            'staff-talks',
            'The UN says that it talks with North Korea about a date, so the matter was put to it. What North Korea says is not known.',
          ),
          stood(
            'no-action',
            STAFF_REPORTED,
            ['staff-shut-out'],
            'International staff could not come back, and there was no date; talks on one are not yet a step.',
          ),
        ],
      }),
    ],
  },
];

/** The one act of advocacy that the sources tell of; those of the invented organizations would be invented. */
export const humanitarianEngagements: ContentEngagement[] = [
  {
    kind: 'meeting',
    byAddressee: 'UN-SR-KP',
    occurredOn: '2022-02',
    summary:
      'The special rapporteur spoke of 60 million vaccine doses with diplomats in Seoul, of the EU among others.',
    addressees: ['EU'],
    recommendations: ['SR22-01'],
    participants: [
      { side: 'acting', role: 'the special rapporteur' },
      { side: 'addressed', role: 'diplomats in Seoul, of the EU among others' },
    ],
    evidence: [{ piece: 'vaccines', shows: 'minutes' }],
  },
];
