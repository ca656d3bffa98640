import type { ContentIndicator } from './content-findings.js';

const NKDB = 'NKDB, five rounds of field work since 2015';
const COUNCIL = 'The Security Council, as NKDB passes it on';
const PANEL = 'Panel of Experts, 7 March 2024, as Radio Free Asia reports it';

export const workerFigures: ContentIndicator[] = [
  {
    title: 'States that reported on the return of workers',
    unit: 'states',
    target: 192,
    note: 'Asked are all UN member states but North Korea. The states that the sources name do not add up to the count.',
    recommendations: ['UN17-08(b)'],
    observations: [{ period: '2019-12-16', value: 48, estimate: false, saidBy: COUNCIL, evidence: ['nkdb-48'] }],
  },
  {
    title: 'North Korean workers sent home',
    unit: 'workers',
    recommendations: ['UN17-08(a)'],
    observations: [
      {
        period: '2019-12-16',
        value: 23_000,
        estimate: true,
        saidBy: COUNCIL,
        note: 'In all, up to that day.',
        evidence: ['nkdb-48'],
      },
    ],
  },
  {
    title: 'North Korean workers in China',
    unit: 'workers',
    note: 'The two come from different sources and ways of counting; neither corrects the other.',
    recommendations: ['UN17-08(a)', 'LINK24-01'],
    observations: [
      { period: '2019', value: 80_000, estimate: true, saidBy: NKDB, evidence: ['nkdb-china-80000'] },
      {
        period: '2023-12',
        low: 100_000,
        estimate: true,
        saidBy: 'An unnamed source of Radio Free Asia',
        note: 'More than that in China alone. Hearsay, where the figure before it came from field work.',
        breaksSeries: true,
        evidence: ['rfa-china-100000'],
      },
    ],
  },
  {
    title: 'North Korean workers in Heilongjiang, Jilin and Liaoning',
    unit: 'workers',
    note: 'Part of the workers in China.',
    recommendations: ['UN17-08(a)'],
    observations: [{ period: '2019', value: 60_000, estimate: true, saidBy: NKDB, evidence: ['nkdb-china-80000'] }],
  },
  {
    title: 'Workplaces of North Koreans located in China',
    unit: 'workplaces',
    recommendations: ['UN17-08(a)'],
    observations: [
      {
        period: '2019',
        low: 100,
        estimate: false,
        saidBy: NKDB,
        note: 'More than that.',
        evidence: ['nkdb-china-80000'],
      },
    ],
  },
  {
    title: 'North Korean workers abroad',
    unit: 'workers',
    recommendations: ['UN17-08(a)', 'LINK24-01'],
    observations: [
      {
        period: '2023',
        value: 100_000,
        estimate: true,
        saidBy: PANEL,
        note: 'Worldwide. Another source says that there are more in China alone.',
        evidence: ['panel-100000'],
      },
    ],
  },
  {
    title: 'Countries with North Korean workers',
    unit: 'countries',
    recommendations: ['UN17-08(a)'],
    observations: [{ period: '2023', value: 40, estimate: true, saidBy: PANEL, evidence: ['panel-100000'] }],
  },
  {
    title: 'What workers abroad bring North Korea in a year',
    unit: 'US dollars',
    recommendations: ['UN17-08(a)', 'LINK24-01'],
    observations: [{ period: '2023', value: 500_000_000, estimate: true, saidBy: PANEL, evidence: ['panel-100000'] }],
  },
  {
    title: 'Further North Korean workers contracted',
    unit: 'workers',
    note: 'By contract, not abroad yet.',
    recommendations: ['UN17-08(a)'],
    observations: [{ period: '2024-03', value: 400_000, estimate: true, saidBy: PANEL, evidence: ['panel-400000'] }],
  },
  {
    title: 'What North Korean IT workers bring in a year',
    unit: 'US dollars',
    recommendations: ['UN17-08(a)'],
    observations: [
      {
        period: '2023',
        low: 250_000_000,
        high: 600_000_000,
        estimate: true,
        saidBy: PANEL,
        evidence: ['panel-it'],
      },
    ],
  },
];
