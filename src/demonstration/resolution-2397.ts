import { asked, delivered, done, said, stood } from './chain.js';
import type {
  ContentFollowUp,
  ContentRecommendation,
  ContentTrackEvidence,
  ContentTransition,
} from './content-asks.js';

const ADOPTED = '2017-12-22';
const BRIEF = '2019-12-24';

const paragraph8 = {
  source: 'resolution-2397',
  paragraph: '8',
  themes: ['sanctions', 'overseas-workers'],
  madeBy: ['UN Security Council'],
  affectedPersons: ['workers abroad'],
  legalBasis: ['UN Charter, Chapter VII, Article 41'],
  subjectCountry: 'KP',
};

const BOUND = delivered(
  ADOPTED,
  'resolution',
  'The Council addressed it to all member states when it adopted the resolution.',
);

const bound = (addressee: string, ask: string, more: Partial<ContentFollowUp> = {}): ContentFollowUp =>
  asked(addressee, ask, {
    ...more,
    evidence: [said('resolution'), ...(more.evidence ?? [])],
    transitions: [BOUND, ...(more.transitions ?? [])],
  });

/** Reporting is not returning: part (b) has a workflow of its own. */
const REPORTING = { implementation: 'resolution-reporting' };
const REPORT = 'Report to the Committee how many workers were returned, at midterm and in the end.';

const reporter = (
  addressee: string,
  evidence: ContentTrackEvidence[] = [done('nkdb-no-report', 'contradicts')],
  transitions: ContentTransition[] = [],
): ContentFollowUp => bound(addressee, REPORT, { viaGroup: 'UN-MS-2397', workflows: REPORTING, evidence, transitions });

export const resolution2397: ContentRecommendation[] = [
  {
    ...paragraph8,
    code: 'UN17-08',
    title: 'Send North Korean workers home, and report on it',
    text: 'Every member state is to send back the North Koreans who earn money on its territory, with the officials who watch over them, and to tell the Committee of it.',
    translations: {
      ko: {
        title: '북한 노동자 송환과 이행 보고',
        text: '모든 회원국은 자국에서 소득을 얻는 북한 국적자와 이들을 감시하는 북한 관리를 송환하고 이를 제재위원회에 보고해야 한다.',
      },
    },
  },
  {
    ...paragraph8,
    code: 'UN17-08(a)',
    partOf: 'UN17-08',
    label: '(a)',
    title: 'Return of North Korean workers within 24 months',
    text: 'Send back, at once and within 24 months of adoption at the latest, all North Koreans who earn money on your territory, and the officials who watch over them.',
    translations: {
      ko: {
        title: '24개월 내 북한 노동자 송환',
        text: '자국에서 소득을 얻는 모든 북한 국적자와 이들을 감시하는 관리를 즉시, 늦어도 결의 채택 후 24개월 안에 북한으로 돌려보낼 것.',
      },
    },
    condition:
      "Not for the host state's own nationals, nor for anyone whom law, refugee and human rights law included, forbids to send back.",
    followUps: [
      bound('UN-MS-2397', 'Send the workers back by 22 December 2019.', {
        evidence: [
          done('nkdb-48', 'supports'),
          done('nkdb-evasion', 'contradicts'),
          done('panel-100000', 'contradicts'),
          done('panel-400000'),
          done('panel-it'),
        ],
        transitions: [
          stood(
            'partially-implemented',
            '2019-12-16',
            ['nkdb-48'],
            'Some 23,000 workers were returned by the reports of 48 states, six days before the date; an estimated 80,000 were still in China. Taken of all member states as one.',
          ),
        ],
      }),
      // How many China returned is not known, so its state stays open; what speaks against it is linked.
      bound('CN', 'Send the workers back by 22 December 2019.', {
        viaGroup: 'UN-MS-2397',
        evidence: [
          done('nkdb-china-80000', 'contradicts'),
          done('nkdb-evasion', 'contradicts'),
          done('rfa-china-100000', 'contradicts'),
          done('nkdb-draft'),
        ],
      }),
    ],
  },
  {
    ...paragraph8,
    code: 'UN17-08(b)',
    partOf: 'UN17-08',
    label: '(b)',
    title: 'Reports on the return of workers, at midterm and in the end',
    text: 'Tell the Committee twice how many workers were returned: in a midterm report 15 months after adoption, and in a final one after 27 months.',
    translations: {
      ko: {
        title: '노동자 송환에 관한 중간 보고와 최종 보고',
        text: '송환한 노동자 수를 두 차례 제재위원회에 보고할 것. 결의 채택 15개월 후에 중간 보고서를, 27개월 후에 최종 보고서를 제출한다.',
      },
    },
    followUps: [
      // 48 of 192 had reported. That is no state of the group: "midterm report submitted" would be said of 144 others too.
      bound('UN-MS-2397', REPORT, { workflows: REPORTING, evidence: [done('nkdb-48')] }),
      reporter('NG'),
      reporter('CONGO-UNSPECIFIED'),
      reporter('CM'),
      reporter('TZ'),
      reporter('ZW'),
      reporter(
        'CN',
        [done('nkdb-china-report', 'contradicts')],
        [
          stood(
            'without-figures',
            BRIEF,
            ['nkdb-china-report'],
            'As the brief of that day has it: nothing handed in that reveals a number. Not entered as silence, since a report without figures is not ruled out.',
          ),
        ],
      ),
      reporter(
        'GQ',
        [done('nkdb-no-report', 'supports')],
        [
          stood(
            'midterm-submitted',
            `${ADOPTED}/${BRIEF}`,
            ['nkdb-no-report'],
            'The brief says that it reported and neither when nor which report. Only the midterm report had fallen due by then, hence this state; some day between adoption and the brief, hence this date. Whether it came in time is not known.',
          ),
        ],
      ),
    ],
  },
];
