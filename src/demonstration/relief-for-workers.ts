import { asked, said } from './chain.js';
import type { ContentRecommendation } from './content-asks.js';

/** An ally who asks for the opposite of what resolution 2397 asks: both stay, linked by `conflicts-with`. */
export const reliefForWorkers: ContentRecommendation[] = [
  {
    code: 'LINK24-01',
    title: 'Lift sanctions on workers abroad first',
    text: 'Where sanctions are to be eased, begin with those that bar North Koreans from living and working abroad. They could then work in more countries with proper visas, and one could press for ILO standards, better conditions and a larger part of the pay.',
    translations: {
      ko: {
        title: '해외 노동자에 대한 제재의 우선 완화',
        text: '제재를 완화한다면 북한 사람이 해외에서 살고 일하는 것을 막는 제재부터 풀 것. 그러면 더 많은 나라에서 정식 비자로 일할 수 있고 국제노동기구 기준의 준수와 근로 조건 및 임금 몫의 개선을 요구할 수 있다.',
      },
    },
    source: 'panel-2024',
    section: 'IT workers',
    paragraph: '2 to 4',
    themes: ['sanctions', 'overseas-workers', 'labour-rights'],
    madeBy: ['Liberty in North Korea'],
    affectedPersons: ['workers abroad'],
    sdg: ['8.8'],
    subjectCountry: 'KP',
    condition: 'If an interim deal gives relief that can be taken back in return for steps on arms control.',
    // The article names nobody who should do it. The Council decides on these sanctions, so it is the addressee.
    followUps: [asked('UNSC', 'Ease the sanctions on workers abroad before others.', { evidence: [said('advocate')] })],
  },
];
