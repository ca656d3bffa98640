import { asked, pressed } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';
import { bothRecipients, recipient } from './letter-recipients.js';

const letter = { source: 'letter-2010', subjectCountry: 'KP' };
const accountability = {
  ...letter,
  section: 'Objectives',
  paragraph: 'bullet 1',
  themes: ['accountability'],
  sdg: ['16.3'],
};

/** What the letter opens with, and its two objectives. */
export const objectives: ContentRecommendation[] = [
  {
    ...accountability,
    code: 'EU10-01',
    title: 'UN Commission of Inquiry on North Korea',
    text: 'Put forward a resolution, in the General Assembly or the Human Rights Council, by which the UN sets up a Commission of Inquiry into abuses in North Korea, earlier ones included. The Commission has two questions to answer: do the abuses amount to crimes against humanity, and who has to answer for them?',
    translations: {
      ko: {
        title: '북한에 관한 유엔 조사위원회',
        text: '유엔 인권이사회 또는 총회에서 북한의 과거와 현재의 인권침해를 다룰 조사위원회 설치 결의안을 발의할 것. 조사위원회는 그러한 침해가 반인도범죄에 해당하는지, 그리고 누가 그 책임을 져야 하는지를 밝혀야 한다.',
      },
    },
  },
  // Part (a) holds the founding itself, so that "was it set up?" is one follow-up with one state. Both parts are left as
  // just entered, without evidence or history: who tries Heed out takes them from the first state to the last.
  {
    ...accountability,
    code: 'EU10-01(a)',
    partOf: 'EU10-01',
    label: '(a)',
    title: 'Set up a Commission of Inquiry into crimes against humanity',
    text: 'Sponsor a resolution by which the UN sets up a Commission of Inquiry on North Korea, and give it the task of finding out if crimes against humanity were committed.',
    translations: {
      ko: {
        title: '반인도범죄에 관한 조사위원회 설치',
        text: '유엔이 북한에 관한 조사위원회를 설치하고 반인도범죄가 저질러졌는지를 조사하도록 하는 결의안을 발의할 것.',
      },
    },
    followUps: [asked('EU', 'Sponsor the resolution in the General Assembly or the Human Rights Council.')],
  },
  {
    ...accountability,
    code: 'EU10-01(b)',
    partOf: 'EU10-01',
    label: '(b)',
    title: 'Have the Commission of Inquiry name who is responsible',
    text: "Let the Commission's task cover individuals: who is responsible, and who might have to be investigated and tried in the end.",
    translations: {
      ko: {
        title: '조사위원회의 개인 책임 규명',
        text: '조사위원회의 임무에 개인의 책임을 포함할 것. 누구에게 책임이 있으며 누가 수사를 거쳐 기소될 수 있는지를 밝힌다.',
      },
    },
    followUps: [asked('EU', 'Have the resolution give the Commission this task.')],
  },
  {
    ...letter,
    code: 'EU10-02',
    title: 'EU Special Representative for North Korea',
    text: 'Name a Special Representative of the EU for North Korea who keeps its human rights on the agenda and coordinates, inside the EU and with others that count: China, Japan, South Korea and the United States.',
    translations: {
      ko: {
        title: '유럽연합 대북 특별대표 임명',
        text: '북한 인권 문제를 계속 의제에 올리고 유럽연합 내부는 물론 미국, 한국, 일본, 중국 등 협력국과 조율할 유럽연합 대북 특별대표를 임명할 것.',
      },
    },
    section: 'Objectives',
    paragraph: 'bullet 2',
    themes: ['diplomacy'],
    followUps: [recipient('EU', 'Appoint the Special Representative, with that mandate.')],
  },
  {
    ...letter,
    code: 'EU10-20',
    title: 'Act on North Korea together with the US and other partners',
    text: 'Jointly with the United States and more partners see to it that the abuses in North Korea are taken up. At the same time speak up for North Koreans who fled: China should recognize and protect them, and safe third countries should soon let them settle.',
    translations: {
      ko: {
        title: '미국 등 협력국과의 공동 대응',
        text: '미국 및 다른 협력국과 함께 북한의 인권침해에 대응할 것. 아울러 중국이 탈북민을 난민으로 인정하고 보호하며 이들이 안전한 제3국에 조속히 정착할 수 있도록 촉구할 것.',
      },
    },
    section: 'Introduction',
    paragraph: '5, first sentence',
    themes: ['diplomacy', 'refugees'],
    affectedPersons: ['refugees'],
    nature: 'continuing',
    followUps: [
      ...bothRecipients('Act jointly with the US and others, and speak to China about those who fled.'),
      pressed('CN', ['EU', 'EU-MS'], 'Recognize those who fled from North Korea as refugees, and protect them.'),
    ],
  },
  {
    ...letter,
    code: 'EU10-21',
    title: 'Protect North Koreans who work for European firms',
    text: 'See that North Koreans who work for European companies, directly or through others, enjoy basic rights at work, in Europe and elsewhere: Asia, the Middle East and Russia are named.',
    translations: {
      ko: {
        title: '유럽 기업에서 일하는 북한 노동자 보호',
        text: '유럽 기업이 직간접으로 고용한 북한 노동자가 유럽 안팎에서, 러시아와 중동, 아시아에서도 기본적인 노동권을 누리도록 할 것.',
      },
    },
    section: 'Introduction',
    paragraph: '5, second sentence',
    themes: ['overseas-workers', 'labour-rights'],
    affectedPersons: ['workers abroad'],
    sdg: ['8.8'],
    nature: 'continuing',
    followUps: bothRecipients(
      'Protect the rights of North Koreans in the service of European firms, wherever those work.',
    ),
  },
];
