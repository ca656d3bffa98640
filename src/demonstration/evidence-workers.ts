import type { ContentEvidence } from './content-findings.js';

type Page = Omit<ContentEvidence, 'key' | 'title' | 'finding' | 'locator'>;

const resolution: Page = {
  url: 'https://undocs.org/S/RES/2397(2017)',
  publisher: 'United Nations',
  origin: 'Security Council resolution 2397 (2017)',
  publishedOn: '2017-12-22',
  language: 'en',
  reliability: 'A',
  credibility: 1,
};

const brief: Page = {
  url: 'https://en.nkdb.org/announcements/?bmode=view&idx=7423695&t=board',
  publisher: 'Database Center for North Korean Human Rights (NKDB)',
  origin: 'NKDB issue brief, 24 December 2019',
  publishedOn: '2019-12-24',
  language: 'en',
};

const panel: Page = {
  url: 'https://www.rfa.org/english/news/korea/workers-03212024162926.html',
  publisher: 'Radio Free Asia',
  origin: 'Radio Free Asia, 21 March 2024',
  publishedOn: '2024-03-21',
  language: 'en',
};

export const workerEvidence: ContentEvidence[] = [
  {
    ...resolution,
    key: 'resolution',
    title: 'Resolution 2397 (2017), paragraph 8',
    locator: 'Paragraph 8',
    finding:
      'Adopted on 22 December 2017. Workers go back within 24 months; states report after 15 months and again after 27.',
  },
  {
    ...brief,
    key: 'nkdb-48',
    title: '48 states had reported by 16 December 2019',
    locator: 'Section 1',
    finding:
      'Figures of the Security Council as the brief passes them on: 48 states, some 23,000 workers sent back. The 48 are not named; the count does not add up with the states that the brief names.',
  },
  {
    ...brief,
    key: 'nkdb-no-report',
    title: 'Host states without a known report',
    locator: 'Section 1',
    finding:
      'Nigeria, Congo (which of the two states is not said), Cameroon, Tanzania and Zimbabwe had not reported; Equatorial Guinea is named as the one that had. The final reports were not due yet.',
  },
  {
    ...brief,
    key: 'nkdb-china-report',
    title: 'No figure from China',
    locator: 'Section 1',
    finding:
      'China had handed in nothing that tells how many workers it sent home. That is a report without figures or none: it is not silence that the brief speaks of.',
  },
  {
    ...brief,
    key: 'nkdb-china-80000',
    title: 'About 80,000 workers in China',
    locator: 'Sections 1 and 2',
    finding:
      'Estimate from five rounds of field work since 2015: about 80,000, of whom 60,000 in Heilongjiang, Jilin and Liaoning. More than 100 workplaces were located.',
  },
  {
    ...brief,
    key: 'nkdb-evasion',
    title: 'Workers still sent, on other visas',
    locator: 'Sections 3 and 4',
    finding:
      'By those who fled: as of June 2019 workers were still being sent; a party plenum had told offices to go on, with private contracts in place of official ones; many reach China as short-term visitors.',
  },
  {
    ...brief,
    key: 'nkdb-draft',
    title: 'China and Russia propose relief from sanctions',
    locator: 'Section 1',
    finding:
      'On 16 December 2019, six days before the workers were due back, the two put a draft resolution to the Security Council that would ease sanctions.',
  },
  {
    ...panel,
    key: 'panel-100000',
    title: 'About 100,000 workers abroad in 2023',
    locator: 'Paragraphs 1 to 3',
    finding:
      'Panel of Experts, 7 March 2024, as Radio Free Asia reports it: about 100,000 workers in about 40 countries brought North Korea about US$500 million; two countries, not named, have most of them.',
  },
  {
    ...panel,
    key: 'panel-400000',
    title: '400,000 more contracted',
    locator: 'More planned, paragraph 1',
    finding: 'The same Panel: contracts for about 400,000 further workers wait for the border with China to open.',
  },
  {
    ...panel,
    key: 'panel-it',
    title: 'IT workers bring in US$250 to 600 million a year',
    locator: 'IT workers, paragraph 1',
    finding: 'The same Panel, an estimate with a range: about 4,000 people, 3,000 of them abroad.',
  },
  {
    ...panel,
    key: 'rfa-china-100000',
    title: 'China alone has over 100,000, says one source',
    locator: 'Paragraph 4',
    finding:
      'An unnamed source of Radio Free Asia, in December. It fits neither the 80,000 that NKDB estimated in 2019 nor the about 100,000 worldwide of the Panel; none of the three is corrected by another.',
  },
  {
    ...panel,
    key: 'advocate',
    title: 'An advocate asks for relief for workers first',
    locator: 'IT workers, paragraphs 2 to 4',
    finding:
      'Said to NK News and quoted by Radio Free Asia. Nothing shows that it was put to those who decide on sanctions.',
  },
];
