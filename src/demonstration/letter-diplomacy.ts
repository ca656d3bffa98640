import { done, pressed, stood } from './chain.js';
import type { ContentFollowUp, ContentRecommendation } from './content-asks.js';
import { bothRecipients, recipient } from './letter-recipients.js';
import { LETTER_ISSUED } from './sources.js';

const diplomacy = {
  source: 'letter-2010',
  section: 'Diplomacy',
  subjectCountry: 'KP',
  nature: 'continuing' as const,
};

/** EU10-03 to EU10-05 stand under one lead-in: raise it with North Korea, and with the two that have most sway over it. */
const raised = (matter: string, demand: string, more: Partial<ContentFollowUp> = {}): ContentFollowUp[] => [
  ...bothRecipients(
    `Raise ${matter} whenever you talk with North Korea, and with China and Russia, in public and behind closed doors.`,
  ),
  pressed('CN', ['EU', 'EU-MS'], `Use its influence with North Korea over ${matter}.`),
  pressed('RU', ['EU', 'EU-MS'], `Use its influence with North Korea over ${matter}.`),
  pressed('KP', ['EU', 'EU-MS', 'CN', 'RU'], demand, more),
];

export const diplomacyAsks: ContentRecommendation[] = [
  {
    ...diplomacy,
    code: 'EU10-03',
    title: 'End public executions, move away from the death penalty',
    text: 'Demand that North Korea bans executions in public at once and for good, and takes steps towards doing away with capital punishment.',
    translations: {
      ko: {
        title: '공개처형 금지와 사형제 폐지',
        text: '북한이 공개처형을 즉각 영구히 금지하고 사형제 폐지를 위한 조치를 취하도록 요구할 것.',
      },
    },
    paragraph: 'bullet 1',
    themes: ['death-penalty', 'diplomacy'],
    followUps: raised(
      'public executions and the death penalty',
      'Ban public executions, and take steps to end the death penalty.',
    ),
  },
  {
    ...diplomacy,
    code: 'EU10-04',
    title: 'Cooperate with UN human rights bodies; open places of detention',
    text: 'Demand that North Korea works with the human rights bodies of the UN, lets its special rapporteurs in and takes technical help from the High Commissioner. First of all: independent international experts, from the UN or elsewhere, should see detention places of every kind, and what they advise should be carried out.',
    translations: {
      ko: {
        title: '유엔 인권기구와의 협력과 구금시설 공개',
        text: '북한이 유엔 인권기구와 협력하고 특별보고관의 방북과 유엔 인권최고대표사무소의 기술 지원을 받아들이도록 요구할 것. 특히 유엔 또는 독립적인 국제 전문가가 모든 유형의 구금시설을 조사하도록 허용하고 그 권고를 이행해야 한다.',
      },
    },
    paragraph: 'bullet 2',
    themes: ['un-cooperation', 'diplomacy'],
    affectedPersons: ['detainees'],
    followUps: raised(
      'cooperation with the UN and access to places of detention',
      'Let UN experts in, show them the places of detention, and act on what they advise.',
      {
        evidence: [done('letter-cooperation', 'contradicts')],
        transitions: [
          stood(
            'no-action',
            LETTER_ISSUED,
            ['letter-cooperation'],
            'How it stood when the letter was written: no special rapporteur let in, nothing taken up at the Universal Periodic Review. It says nothing of the time since.',
          ),
        ],
      },
    ),
  },
  {
    ...diplomacy,
    code: 'EU10-05',
    title: 'No punishment for coming back',
    text: 'Demand that North Korea stops punishing people for having left without leave, whether they come back of their own will or are brought back.',
    translations: {
      ko: {
        title: '귀환자와 송환자에 대한 처벌 중단',
        text: '허가 없이 북한을 떠났다가 스스로 돌아오거나 강제로 송환된 사람에 대한 처벌을 중단하도록 북한에 요구할 것.',
      },
    },
    paragraph: 'bullet 3',
    themes: ['refugees', 'diplomacy'],
    affectedPersons: ['returnees'],
    followUps: raised('the punishment of returnees', 'Stop punishing those who return.', {
      evidence: [done('letter-returns', 'contradicts')],
    }),
  },
  {
    ...diplomacy,
    code: 'EU10-19',
    title: 'Raise human rights in every round of talks',
    text: 'Speak of human rights, and of what would remedy abuses, whenever you talk with North Korea and with the two countries that it listens to most, China and Russia: in public as well as in confidence.',
    translations: {
      ko: {
        title: '모든 대화에서 인권 문제 제기',
        text: '북한과의 모든 대화와, 북한에 가장 큰 영향력을 지닌 중국 및 러시아와의 모든 대화에서 공개적으로도 비공개로도 인권 문제와 그 해결책을 분명히 제기할 것.',
      },
    },
    paragraph: '2, lead-in of the bullets',
    themes: ['diplomacy'],
    nature: 'recurring',
    followUps: [
      recipient('EU', 'Raise human rights whenever you meet North Korea, China or Russia.', [done('letter-talks')]),
      recipient('EU-MS', 'Raise human rights whenever you meet North Korea, China or Russia.', [done('letter-talks')]),
    ],
  },
];
