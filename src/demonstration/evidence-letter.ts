import type { ContentEvidence } from './content-findings.js';
import { LETTER_ISSUED } from './sources.js';

type Page = Omit<ContentEvidence, 'key' | 'title' | 'finding' | 'locator'>;

const letter: Page = {
  url: 'https://www.hrw.org/news/2010/06/14/letter-eu-foreign-ministers-concerning-european-union-policies-north-korean-human',
  publisher: 'Human Rights Watch',
  origin: 'Letter of five NGOs to the EU foreign ministers, 2010',
  publishedOn: LETTER_ISSUED,
  language: 'en',
};

export const letterEvidence: ContentEvidence[] = [
  {
    ...letter,
    key: 'letter',
    title: 'The letter as published by one of its issuers',
    locator: 'Address, lead-ins and list of copies',
    finding: 'Shows what was asked and whom the letter was addressed and copied to. It holds no receipt and no answer.',
  },
  {
    ...letter,
    key: 'letter-talks',
    title: 'What the EU had done before the letter',
    locator: 'Introduction, paragraph 4',
    finding:
      'Before the letter the EU had put its name to UN resolutions that criticize North Korea, and some of its members had taken up rights with North Korea themselves.',
  },
  {
    ...letter,
    key: 'letter-cooperation',
    title: 'North Korea and UN human rights bodies until 2010',
    locator: 'Commission of Inquiry, paragraph 3',
    finding:
      'No special rapporteur on North Korea had been let in until then, however often they asked. At the Universal Periodic Review of December 2009 North Korea took up none of what other states recommended.',
  },
  {
    ...letter,
    key: 'letter-returns',
    title: 'China sends refugees back',
    locator: 'Refugees, paragraph 1',
    finding:
      'From time to time China arrested people who had fled and returned them by force. What awaited them was detention, ill-treatment, labour camps or even death.',
  },
  {
    ...letter,
    key: 'letter-admitted',
    title: 'Refugees taken in by European states',
    locator: 'Refugees, paragraph 2',
    finding:
      'Over some twenty years several European states took in North Korean refugees, hundreds in all. Norway, named among them, is no EU member.',
  },
  {
    ...letter,
    key: 'letter-hunger',
    title: 'Need for food aid',
    locator: 'Food aid, paragraph 1',
    finding:
      'World Food Programme, September 2009: a third of women and children undernourished; close to 1.8 million tons to be imported or given.',
  },
  {
    ...letter,
    key: 'letter-hosts',
    title: 'Countries with North Korean workers',
    locator: 'Overseas workers, paragraphs 2 and 3',
    finding:
      'The US trafficking report of 2009, as cited there, counts Poland, Bulgaria and Romania among the hosts. Pay goes to accounts that Pyongyang controls and the worker sees a small part of it; minders watch, and reprisals threaten relatives at home.',
  },
  {
    ...letter,
    key: 'letter-kaesong-access',
    title: 'Nobody independent let into Kaesong',
    locator: 'Kaesong, paragraph 1',
    finding:
      'From its opening in June 2004 until the letter no international human rights organization could look into how the roughly 40,000 workers are protected. In 2008 North Korea turned down a visit by the UN envoy on its human rights, and his appeal in New York changed nothing.',
  },
  {
    ...letter,
    key: 'letter-kaesong-law',
    title: 'Law and practice at Kaesong',
    locator: 'Kaesong, paragraphs 2 and 3',
    finding:
      "The zone's labour law grants leave, safety and some protection from dismissal. It is silent on unions, strikes, sex discrimination and harmful child labour, and wages that it wants paid to the worker in cash go to the government.",
  },
];
