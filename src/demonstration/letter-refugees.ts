import { done, pressed } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';
import { bothRecipients, recipient } from './letter-recipients.js';

const refugees = {
  source: 'letter-2010',
  section: 'Refugees',
  themes: ['refugees'],
  affectedPersons: ['refugees'],
  subjectCountry: 'KP',
  nature: 'continuing' as const,
};
const returnees = { ...refugees, affectedPersons: ['returnees'], paragraph: 'bullet 4' };
const ASK_NORTH_KOREA = 'Press North Korea for it.';

export const refugeeAsks: ContentRecommendation[] = [
  {
    ...refugees,
    code: 'EU10-06',
    title: 'Refugees on the standing agenda with China',
    text: "Put North Korea's human rights record, and how people who fled from there fare, on the agenda of each high-level meeting and each human rights dialogue with China.",
    translations: {
      ko: {
        title: '대중 회담의 상설 의제로 탈북난민 문제 포함',
        text: '중국과의 모든 고위급 회담과 인권 대화에서 북한의 인권 상황과 탈북난민의 처우를 상설 의제로 다룰 것.',
      },
    },
    paragraph: 'bullet 1',
    themes: ['refugees', 'diplomacy'],
    nature: 'recurring',
    followUps: [
      ...bothRecipients('Keep both subjects on the agenda of all talks with China.'),
      pressed('CN', ['EU', 'EU-MS'], 'Answer on both subjects whenever they are raised.'),
    ],
  },
  {
    ...refugees,
    code: 'EU10-07',
    title: 'Onward help for refugees who reach EU missions',
    text: 'Agree with governments in Asia, with China above all, that a North Korean who turns to an embassy or consulate of the EU or its members is soon helped on, in safety, to the country of his or her choice; that may be one of the EU.',
    translations: {
      ko: {
        title: '유럽연합 공관에 도착한 난민의 이동 지원',
        text: '유럽연합 공관에 보호를 요청한 탈북난민이 유럽연합 회원국을 포함하여 본인이 원하는 나라로 신속하고 안전하게 이동하도록 아시아 각국 정부, 특히 중국과 협의할 것.',
      },
    },
    paragraph: 'bullet 2',
    followUps: [
      recipient('EU', 'Win the governments in Asia for it.'),
      recipient('EU-MS', 'Win the governments in Asia for it, and let in those who wish to come.', [
        done('letter-admitted'),
      ]),
      pressed('ASIA-GOV', ['EU', 'EU-MS'], 'Let such refugees travel on from EU missions.'),
      pressed('CN', ['EU', 'EU-MS'], 'Let such refugees travel on from EU missions in China.'),
    ],
  },
  {
    ...refugees,
    code: 'EU10-08',
    title: 'Instruct all missions to take in refugees',
    text: 'Tell every embassy and consulate of the member states in plain terms that North Koreans who fled are to be let in, given shelter and helped on their way.',
    translations: {
      ko: {
        title: '모든 재외공관에 난민 보호 지침 전달',
        text: '회원국의 모든 재외공관에 탈북난민을 받아들여 보호하고 이동을 도우라는 분명한 지침을 내릴 것.',
      },
    },
    paragraph: 'bullet 3',
    followUps: bothRecipients('Send the instruction to the missions.'),
  },
  {
    ...returnees,
    code: 'EU10-09',
    title: 'North Korea should not punish leaving, and let returnees be monitored',
    text: 'Press North Korea on those who leave without leave: the penalties should go, nobody should in fact be punished, and international monitors should be able to follow what becomes of those who are sent or come back.',
    translations: {
      ko: {
        title: '탈북 처벌 폐지와 송환자 모니터링',
        text: '허가 없이 떠난 사람에 대한 처벌 규정을 없애고 실제 처벌을 중단하며 송환되거나 귀환한 사람에 대한 국제적 모니터링을 허용하도록 북한을 압박할 것.',
      },
    },
  },
  {
    ...returnees,
    code: 'EU10-09(a)',
    partOf: 'EU10-09',
    label: '(a)',
    title: 'Abolish the penalties for leaving',
    text: 'Press North Korea to strike the penalties for leaving without leave from its law.',
    translations: {
      ko: {
        title: '탈북 처벌 규정 폐지',
        text: '허가 없이 나라를 떠난 데 대한 처벌을 법에서 삭제하도록 북한을 압박할 것.',
      },
    },
    nature: 'once',
    followUps: [...bothRecipients(ASK_NORTH_KOREA), pressed('KP', ['EU', 'EU-MS'], 'Abolish the penalties.')],
  },
  {
    ...returnees,
    code: 'EU10-09(b)',
    partOf: 'EU10-09',
    label: '(b)',
    title: 'Stop punishing those who left',
    text: 'Press North Korea to stop, in fact and not only on paper, the punishment of those who left.',
    translations: {
      ko: {
        title: '떠난 사람에 대한 실제 처벌 중단',
        text: '떠난 사람에 대한 처벌을 법문만이 아니라 실제로 중단하도록 북한을 압박할 것.',
      },
    },
    followUps: [
      ...bothRecipients(ASK_NORTH_KOREA),
      pressed('KP', ['EU', 'EU-MS'], 'Punish nobody for having left.', {
        evidence: [done('letter-returns', 'contradicts')],
      }),
    ],
  },
  {
    ...returnees,
    code: 'EU10-09(c)',
    partOf: 'EU10-09',
    label: '(c)',
    title: 'Allow monitoring of those who return',
    text: 'Press North Korea to let international monitors follow how those fare who are sent back or come back.',
    translations: {
      ko: {
        title: '송환자와 귀환자에 대한 모니터링 허용',
        text: '송환되거나 귀환한 사람이 어떻게 지내는지를 국제사회가 모니터링하도록 허용할 것을 북한에 요구할 것.',
      },
    },
    followUps: [...bothRecipients(ASK_NORTH_KOREA), pressed('KP', ['EU', 'EU-MS'], 'Let international monitors in.')],
  },
];
