import { done, pressed } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';
import { bothRecipients } from './letter-recipients.js';

const bullet = {
  source: 'letter-2010',
  section: 'Refugees',
  paragraph: 'bullet 5',
  themes: ['refugees'],
  affectedPersons: ['refugees'],
  subjectCountry: 'KP',
  nature: 'continuing' as const,
};
const REFUGEE_LAW = [
  'Convention relating to the Status of Refugees (1951)',
  'Protocol relating to the Status of Refugees (1967)',
];

/** One bullet that holds three asks; the last says again what the bullet before the previous one asks. */
export const nonRefoulement: ContentRecommendation[] = [
  {
    ...bullet,
    code: 'EU10-10',
    title: 'China should not return refugees, and let UNHCR reach them',
    text: "Press China to end arrests and returns of North Koreans who fled and to protect them as refugee law has it; to let UNHCR reach them. Tell the member states' missions to take them in.",
    translations: {
      ko: {
        title: '중국의 강제송환 중단과 유엔난민기구의 접근',
        text: '중국이 탈북난민의 체포와 송환을 멈추고 난민법에 따라 보호하며 유엔난민기구의 접근을 허용하도록 압박할 것. 회원국 공관에는 이들을 받아들이도록 지시할 것.',
      },
    },
  },
  {
    ...bullet,
    code: 'EU10-10(a)',
    partOf: 'EU10-10',
    label: '(a)',
    title: 'Non-refoulement: no arrests, no returns to North Korea',
    text: 'Press China neither to arrest North Koreans who fled nor to send them back, and to give them the shelter and protection that it owes them under the 1951 Convention and the 1967 Protocol.',
    translations: {
      ko: {
        title: '강제송환 금지: 탈북난민의 체포와 북송 중단',
        text: '중국이 탈북난민을 체포하거나 북한으로 돌려보내지 않고 1951년 난민협약과 1967년 의정서에 따른 의무대로 이들에게 피난처와 보호를 제공하도록 압박할 것.',
      },
    },
    legalBasis: REFUGEE_LAW,
    followUps: [
      ...bothRecipients('Press China for it.'),
      pressed(
        'CN',
        ['EU', 'EU-MS'],
        'Arrest and return nobody who fled from North Korea; give shelter and protection.',
        {
          evidence: [done('letter-returns', 'contradicts')],
        },
      ),
    ],
  },
  {
    ...bullet,
    code: 'EU10-10(b)',
    partOf: 'EU10-10',
    label: '(b)',
    title: 'Access for UNHCR to North Koreans in China',
    text: 'Urge China to open the way for UNHCR: it should meet North Koreans, decide who is a refugee, and help them settle in China or travel on to a third country, soon and in safety.',
    translations: {
      ko: {
        title: '재중 탈북민에 대한 유엔난민기구의 접근',
        text: '유엔난민기구가 재중 탈북민을 만나 난민 지위를 심사하고 이들이 중국에 정착하거나 제3국으로 이동하도록 신속하고 안전하게 지원할 수 있게 하라고 중국에 촉구할 것.',
      },
    },
    legalBasis: REFUGEE_LAW,
    followUps: [
      ...bothRecipients('Urge China to open the way for UNHCR.'),
      pressed('CN', ['EU', 'EU-MS'], 'Let UNHCR meet North Koreans and decide who is a refugee.'),
    ],
  },
  {
    ...bullet,
    code: 'EU10-10(c)',
    partOf: 'EU10-10',
    label: '(c)',
    title: 'Instruct all missions to take in refugees (said again)',
    text: 'Tell every embassy and consulate of the member states in plain terms that North Koreans who fled are to be let in, given shelter and helped on their way.',
    translations: {
      ko: {
        title: '모든 재외공관에 난민 보호 지침 전달 (반복)',
        text: '회원국의 모든 재외공관에 탈북난민을 받아들여 보호하고 이동을 도우라는 분명한 지침을 내릴 것.',
      },
    },
    followUps: bothRecipients('Send the instruction to the missions.'),
  },
];
