import { done, pressed, stood } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';
import { recipient } from './letter-recipients.js';
import { LETTER_ISSUED } from './sources.js';

const kaesong = {
  source: 'letter-2010',
  section: 'Kaesong',
  themes: ['kaesong', 'labour-rights'],
  affectedPersons: ['workers at Kaesong'],
  sdg: ['8.8'],
  subjectCountry: 'KP',
};

export const kaesongAsks: ContentRecommendation[] = [
  {
    ...kaesong,
    code: 'EU10-16',
    title: 'North Korea should join the ILO and invite its officials',
    text: 'Press North Korea to become a member of the International Labour Organization, take on its core conventions and ask its officials to come, look into the rights of workers and talk about them.',
    translations: {
      ko: {
        title: '북한의 국제노동기구 가입과 관계자 초청',
        text: '북한이 국제노동기구에 가입하고 핵심 협약을 받아들이며 노동자 권리를 조사하고 논의하도록 국제노동기구 관계자를 초청하게 압박할 것.',
      },
    },
    paragraph: 'bullet 1',
    affectedPersons: ['workers'],
    followUps: [
      recipient('EU', 'Press North Korea for it.'),
      pressed('KP', ['EU'], 'Join the ILO, accede to its core conventions, invite its officials.'),
    ],
  },
  {
    ...kaesong,
    code: 'EU10-17',
    title: 'No outward processing or duty-free import from Kaesong without access and rights',
    text: 'Tell South Korea firmly: Kaesong becomes no outward processing zone, and what is made there comes in with duty, until the EU or labour experts it sends can speak to the workers themselves and find their rights fully respected. Law and practice at Kaesong have to meet the ILO Declaration, and workers have to know their rights.',
    translations: {
      ko: {
        title: '접근과 권리 보장 없는 개성공단의 역외가공과 무관세 수입 불가',
        text: '유럽연합이나 유럽연합이 위촉한 독립 노동 전문가가 노동자를 직접 만나 한-EU 자유무역협정이 요구하는 대로 권리가 온전히 보장됨을 확인하지 못하는 한, 개성공단을 역외가공지역으로 인정하지도 그 제품을 무관세로 수입하지도 않겠다는 뜻을 한국에 분명히 할 것. 개성공단 노동법과 관행은 국제노동기구 선언의 기준에 맞아야 하며 노동자가 자신의 권리를 알아야 한다.',
      },
    },
    paragraph: 'bullet 2',
    legalBasis: ['EU-Korea free trade agreement', 'ILO Declaration on Fundamental Principles and Rights at Work'],
    condition:
      "Holds as long as the EU, or independent experts on its behalf, cannot reach Kaesong's workers and find that their rights are respected as the trade agreement demands.",
    nature: 'continuing',
    followUps: [
      recipient('EU', 'Make both depend on access and rights, and tell South Korea so.'),
      pressed(
        'KR',
        ['EU'],
        'Obtain direct access to the workers for the EU or its experts, and rights that meet the ILO Declaration.',
        {
          evidence: [done('letter-kaesong-law', 'contradicts')],
        },
      ),
    ],
  },
  {
    // Three links, three places: the EU was written to; nothing is known of South Korea; North Korea had turned visits down.
    ...kaesong,
    code: 'EU10-18',
    title: 'Independent monitoring visits to Kaesong',
    text: 'Press South Korea to get North Korea to let outsiders see how workers fare at Kaesong: the ILO, or a rights group or union body on which the EU and South Korea agree. Monitors pick workers at random and hear them where no North Korean minder listens, go through the books of employers and make public what they found.',
    translations: {
      ko: {
        title: '개성공단에 대한 독립적 노동권 모니터링 방문',
        text: '국제노동기구 또는 유럽연합과 한국 당국이 합의한 국제 인권·노동권·노동조합 단체의 독립적인 모니터링 방문을 북한이 허용하게 하도록 한국을 압박할 것. 조사단은 노동자를 무작위로 뽑아 북한 측 감독자가 없는 곳에서 면담하고 고용주의 기록을 수집, 검토하며 결과를 공개해야 한다.',
      },
    },
    paragraph: 'bullet 3',
    nature: 'recurring',
    followUps: [
      recipient('EU', 'Press South Korea for it.'),
      pressed('KR', ['EU'], "Get North Korea's permission for the visits, and agree with the EU on who goes."),
      pressed(
        'KP',
        ['KR'],
        'Permit the visits, with random interviews out of earshot of minders, a look at the records, and results made public.',
        {
          evidence: [done('letter-kaesong-access', 'contradicts')],
          transitions: [
            stood(
              'no-action',
              LETTER_ISSUED,
              ['letter-kaesong-access'],
              'How it stood when the letter was written: nobody independent let in since 2004, a request of 2008 turned down. It says nothing of the time since.',
            ),
          ],
        },
      ),
    ],
  },
];
