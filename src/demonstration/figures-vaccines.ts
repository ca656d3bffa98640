import type { ContentIndicator } from './content-findings.js';

/** Since the pandemic began, up to the article. */
const UNTIL_2022 = '2020/2022-02';
const OWN_ACCOUNT = 'North Korea, to the World Health Organization';

export const vaccineFigures: ContentIndicator[] = [
  {
    title: 'Vaccine doses set aside for North Korea',
    unit: 'doses',
    target: 60_000_000,
    note: 'Set aside is not delivered. The target is what the special rapporteur asked for: two doses for everybody.',
    recommendations: ['SR22-01'],
    observations: [
      {
        period: UNTIL_2022,
        high: 8_110_000,
        estimate: false,
        saidBy: 'COVAX, by the dashboard of UNICEF',
        note: 'At an earlier time; when is not said.',
        evidence: ['vaccines-allocated'],
      },
      {
        period: '2022-02',
        value: 1_290_000,
        estimate: false,
        saidBy: 'COVAX, by the dashboard of UNICEF',
        evidence: ['vaccines-allocated'],
      },
    ],
  },
  {
    title: 'Tests for COVID-19 in North Korea',
    unit: 'tests',
    recommendations: ['SR22-01'],
    observations: [
      {
        period: UNTIL_2022,
        value: 54_187,
        estimate: false,
        saidBy: OWN_ACCOUNT,
        note: 'Since the pandemic began. Nobody else could check it.',
        evidence: ['vaccines-tests'],
      },
    ],
  },
  {
    title: 'Positive tests for COVID-19 in North Korea',
    unit: 'tests',
    recommendations: ['SR22-01'],
    observations: [
      {
        period: UNTIL_2022,
        value: 0,
        estimate: false,
        saidBy: OWN_ACCOUNT,
        note: 'All 54,187 were negative by its own account. Nobody else could check it.',
        evidence: ['vaccines-tests'],
      },
    ],
  },
];
