import { done, pressed } from './chain.js';
import type { ContentFollowUp, ContentRecommendation } from './content-asks.js';
import { recipient } from './letter-recipients.js';

const workers = {
  source: 'letter-2010',
  section: 'Overseas workers',
  themes: ['overseas-workers', 'labour-rights'],
  affectedPersons: ['workers abroad'],
  sdg: ['8.8'],
  subjectCountry: 'KP',
  nature: 'continuing' as const,
};

/** The European Union is asked, the member states are to act. The letter's account of such workers is background. */
const throughUnion = (union: string, states: string): ContentFollowUp[] => [
  recipient('EU', union),
  pressed('EU-MS', ['EU'], states, { evidence: [done('letter-hosts')] }),
];

export const workerAsks: ContentRecommendation[] = [
  {
    ...workers,
    code: 'EU10-12',
    title: 'Unions and inspections for North Koreans at work in Europe',
    text: 'Get the member states to see to the rights of North Koreans at work in Europe: together with unions, and by going to look at every place where they are employed.',
    translations: {
      ko: {
        title: '유럽 내 북한 노동자를 위한 노조 협력과 근로감독',
        text: '회원국이 노동조합과 협력하고 북한 노동자를 고용한 모든 사업장을 현장 점검하여 이들의 권리를 보장하게 할 것.',
      },
    },
    paragraph: 'bullet 1',
  },
  {
    ...workers,
    code: 'EU10-12(a)',
    partOf: 'EU10-12',
    label: '(a)',
    title: 'Work with unions for the rights of North Korean workers',
    text: 'Ask the member states to join with unions on the spot and with the International Trade Union Confederation, so that North Koreans at work in Europe have their basic rights and are not abused.',
    translations: {
      ko: {
        title: '북한 노동자 권리를 위한 노동조합과의 협력',
        text: '회원국이 현지 노동조합 및 국제노동조합총연맹과 협력하여 유럽의 북한 노동자가 기본권을 누리고 인권침해를 겪지 않도록 요청할 것.',
      },
    },
    paragraph: 'bullet 1, first sentence',
    followUps: throughUnion(
      'Ask the member states to do so.',
      'Work with unions, local ones and the international confederation.',
    ),
  },
  {
    ...workers,
    code: 'EU10-12(b)',
    partOf: 'EU10-12',
    label: '(b)',
    title: 'Inspect workplaces, with confidential interviews',
    text: 'Urge the member states to inspect each firm and site that employs North Koreans. Workers are to be picked at random, heard alone and in confidence, and in such numbers that nobody can be singled out for revenge.',
    translations: {
      ko: {
        title: '사업장 현장 점검과 비공개 면담',
        text: '회원국이 북한 노동자를 고용한 모든 기업과 사업장을 철저히 현장 점검하도록 권장할 것. 보복을 막기 위해 노동자를 무작위로 충분히 많이 선정하고 다른 사람 없이 비밀을 지켜 면담해야 한다.',
      },
    },
    paragraph: 'bullet 1, second and third sentence',
    followUps: throughUnion(
      'Urge the member states to inspect.',
      'Inspect all such workplaces, and hear workers in confidence.',
    ),
  },
  {
    ...workers,
    code: 'EU10-13',
    title: 'Tell North Korean workers their rights',
    text: 'See that North Koreans who work in member states know their rights and can look them up, by a notice at work for instance, and know how to complain and where to find help when they are abused or exploited.',
    translations: {
      ko: {
        title: '북한 노동자에 대한 권리 정보 제공',
        text: '회원국에서 일하는 북한 노동자가 자신의 권리를 알고 일터의 게시물 등으로 쉽게 확인하며 학대와 착취를 당했을 때 진정하고 도움을 구하는 방법을 알도록 할 것.',
      },
    },
    paragraph: 'bullet 2',
    followUps: throughUnion(
      'See that it is done in all member states.',
      'Have rights posted at work, and tell workers how to complain.',
    ),
  },
  {
    ...workers,
    code: 'EU10-14',
    title: 'Wages that reach the worker',
    text: "Add safeguards so that what a North Korean worker is left with after deductions is no less than the host country's minimum wage.",
    translations: {
      ko: {
        title: '노동자에게 실제로 지급되는 임금 보장',
        text: '북한 노동자의 실수령 임금이 체류국의 최저임금법에 맞도록 추가 안전장치를 마련할 것.',
      },
    },
    paragraph: 'bullet 3',
    followUps: throughUnion(
      'Put the safeguards in place.',
      'See that no less than the minimum wage reaches the worker.',
    ),
  },
  {
    ...workers,
    code: 'EU10-15',
    title: 'European employers should keep to the OECD Guidelines',
    text: 'Make sure that whoever of the European employers has North Korean workers, in Europe or abroad, keeps to the OECD Guidelines in full, and that those workers learn what their rights are and how to use them.',
    translations: {
      ko: {
        title: '유럽 고용주의 OECD 가이드라인 준수',
        text: '유럽 안팎에서 북한 노동자를 고용한 유럽 고용주가 OECD 다국적기업 가이드라인을 온전히 지키고 노동자에게 권리와 그 행사 방법을 알리도록 할 것.',
      },
    },
    paragraph: 'bullet 4',
    legalBasis: ['OECD Guidelines for Multinational Enterprises'],
    followUps: [
      recipient('EU', 'See that European employers do so.'),
      pressed('EU-EMPLOYERS', ['EU'], 'Keep to the Guidelines, and tell workers their rights.'),
    ],
  },
];
