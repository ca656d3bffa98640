import { asked, done, pressed } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';
import { bothRecipients } from './letter-recipients.js';

const foodAid = {
  source: 'letter-2010',
  section: 'Food aid',
  themes: ['food-aid'],
  sdg: ['2.1'],
  subjectCountry: 'KP',
  nature: 'continuing' as const,
};

export const foodAidAsks: ContentRecommendation[] = [
  {
    ...foodAid,
    code: 'EU10-11',
    title: 'Monitoring of food aid to international standards',
    text: 'Go on working with partners and press North Korea to let the distribution of food aid be monitored as openly and answerably as elsewhere: need is assessed in all parts of the country, and monitors may go wherever food is handed out.',
    translations: {
      ko: {
        title: '국제 기준에 따른 식량 지원 모니터링',
        text: '주요 협력국과 계속 협력하여 식량 배분 모니터링을 투명성과 책임성의 국제 기준에 맞게 받아들이도록 북한을 압박할 것. 전국에서 수요를 조사하고 배분 현장을 방문할 수 있어야 한다.',
      },
    },
    paragraph: 'bullet 1',
    followUps: [
      ...bothRecipients('With partners, press North Korea for it.'),
      pressed('KP', ['EU', 'EU-MS'], 'Let monitors assess need and visit places of distribution.'),
    ],
  },
  {
    ...foodAid,
    code: 'EU10-22',
    title: 'Donors should see that aid arrives where it is meant to',
    text: 'Have aid staff keep strictly to international rules of monitoring, so that aid gets to those it is for: the weakest first, small children, old people, people with disabilities, mothers who expect or nurse a child.',
    translations: {
      ko: {
        title: '지원이 대상자에게 닿도록 하는 공여자의 책임',
        text: '구호 인력이 국제 모니터링 기준을 엄격히 지키게 하여 지원이 어린이, 노인, 장애인, 임산부와 수유부 등 가장 취약한 사람에게 닿도록 할 것.',
      },
    },
    paragraph: '3, last sentence',
    affectedPersons: ['children', 'older persons', 'persons with disabilities', 'pregnant and nursing women'],
    // The letter was not sent to donors as such, so nothing shows that it reached them.
    followUps: [
      asked('DONORS', 'Monitor by international standards where aid goes.', { evidence: [done('letter-hunger')] }),
    ],
  },
];
