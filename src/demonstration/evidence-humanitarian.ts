import type { ContentEvidence } from './content-findings.js';
import { STAFF_REPORTED } from './sources.js';

type Page = Omit<ContentEvidence, 'key' | 'title' | 'finding' | 'locator'>;

const vaccines: Page = {
  url: 'https://www.voacambodia.com/a/un-rights-official-urges-60-million-vaccines-for-north-korea/6455482.html',
  publisher: 'Voice of America',
  origin: 'Voice of America, February 2022',
  publishedOn: '2022-02',
  language: 'en',
};

const staff: Page = {
  url: 'https://www.voanews.com/a/north-korea-still-off-limits-to-un-humanitarian-aid-workers/8002043.html',
  publisher: 'Voice of America',
  origin: 'Voice of America, early 2025',
  publishedOn: STAFF_REPORTED,
  language: 'en',
};

export const humanitarianEvidence: ContentEvidence[] = [
  {
    ...vaccines,
    key: 'vaccines',
    title: 'The special rapporteur asks for 60 million doses',
    locator: 'Paragraphs 1 to 4',
    finding:
      'Asked at a press conference in Seoul: two doses for everybody in the country. Nobody had offered that to North Korea, he said; he had spoken of it with diplomats, of the EU among others.',
  },
  {
    ...vaccines,
    key: 'vaccines-allocated',
    title: '1.29 million doses set aside',
    locator: 'Paragraph 5',
    finding:
      'COVAX had 1,290,000 doses set aside for North Korea, by the dashboard of UNICEF; at an earlier time up to 8,110,000.',
  },
  {
    ...vaccines,
    key: 'vaccines-tests',
    title: '54,187 tests, none positive by its own account',
    locator: 'Paragraph 10',
    finding:
      'North Korea told the World Health Organization of 54,187 tests since the pandemic began, all of them negative. The special rapporteur had nothing recent to check that against.',
  },
  {
    ...staff,
    key: 'staff-shut-out',
    title: 'International staff cannot return',
    locator: 'Paragraphs 2 to 4',
    finding:
      'The special rapporteur told the Human Rights Council: neither the UN nor aid organizations could bring their international staff back, so that help is limited and need cannot be judged independently. They left over the border closure of 2020.',
  },
  {
    ...staff,
    key: 'staff-talks',
    title: 'Talks on a date',
    locator: 'Ongoing humanitarian needs',
    finding:
      "The UN resident coordinator's office said that there is no date but that talks on when and how go on. That is the UN's account; North Korea's is not known.",
  },
  {
    ...staff,
    key: 'staff-question',
    title: 'A question of the press without a reply',
    locator: 'Ongoing humanitarian needs, last paragraph',
    finding:
      "Voice of America asked North Korea's mission to the UN when aid staff may come back, and got no reply. It was the press that asked.",
  },
];
