import type { ContentAddressee } from './content-people.js';

const state = (isoCode: string, name: string, ko: string, aliases: string[] = []): ContentAddressee => ({
  code: isoCode,
  kind: 'state',
  isoCode,
  name,
  names: { ko },
  aliases,
});

export const addressees: ContentAddressee[] = [
  state('KP', 'North Korea', '북한', ["Democratic People's Republic of Korea", 'DPRK', '조선민주주의인민공화국']),
  state('KR', 'South Korea', '한국', ['Republic of Korea', 'ROK', '대한민국']),
  state('CN', 'China', '중국', ["People's Republic of China", '중화인민공화국']),
  state('RU', 'Russia', '러시아', ['Russian Federation', '러시아 연방']),
  state('BE', 'Belgium', '벨기에'),
  state('BG', 'Bulgaria', '불가리아'),
  state('DE', 'Germany', '독일'),
  state('DK', 'Denmark', '덴마크'),
  state('GB', 'United Kingdom', '영국', ['Britain']),
  state('IE', 'Ireland', '아일랜드'),
  state('NL', 'Netherlands', '네덜란드'),
  state('PL', 'Poland', '폴란드'),
  state('RO', 'Romania', '루마니아'),
  state('CM', 'Cameroon', '카메룬'),
  state('GQ', 'Equatorial Guinea', '적도 기니'),
  state('NG', 'Nigeria', '나이지리아'),
  state('TZ', 'Tanzania', '탄자니아', ['United Republic of Tanzania']),
  state('ZW', 'Zimbabwe', '짐바브웨'),
  {
    // The brief writes "Congo"; both states of that name are members of the UN.
    code: 'CONGO-UNSPECIFIED',
    kind: 'other',
    name: 'Congo, state not specified',
    names: { ko: '콩고 (어느 국가인지 불명)' },
    aliases: ['Congo'],
  },
  {
    code: 'EU',
    kind: 'regional-organization',
    name: 'European Union',
    names: { ko: '유럽연합' },
    aliases: ['EU'],
  },
  {
    // 27 in 2010. Listed are those that the letter names; Norway, which it names among them, never was one.
    code: 'EU-MS',
    kind: 'group',
    name: 'EU member states',
    names: { ko: '유럽연합 회원국' },
    memberCount: 27,
    members: [
      { addressee: 'BE', from: '1958' },
      { addressee: 'DE', from: '1958' },
      { addressee: 'NL', from: '1958' },
      { addressee: 'DK', from: '1973' },
      { addressee: 'GB', from: '1973', until: '2020-02-01' },
      { addressee: 'IE', from: '1973' },
      { addressee: 'PL', from: '2004-05-01' },
      { addressee: 'BG', from: '2007' },
      { addressee: 'RO', from: '2007' },
    ],
  },
  { code: 'ASIA-GOV', kind: 'group', name: 'Governments in Asia', names: { ko: '아시아 각국 정부' } },
  {
    // A group and not a company: the letter means whoever employs such workers and names none of them.
    code: 'EU-EMPLOYERS',
    kind: 'group',
    name: 'European employers of North Korean workers',
    names: { ko: '북한 노동자를 고용한 유럽 고용주' },
  },
  { code: 'DONORS', kind: 'group', name: 'Donors of aid to North Korea', names: { ko: '대북 지원 공여자' } },
  {
    // Listed are the seven that the brief tells something of by name.
    code: 'UN-MS-2397',
    kind: 'group',
    name: 'UN member states other than North Korea',
    names: { ko: '북한을 제외한 유엔 회원국' },
    memberCount: 192,
    members: ['CN', 'GQ', 'NG', 'CONGO-UNSPECIFIED', 'CM', 'TZ', 'ZW'].map((addressee) => ({ addressee })),
  },
  { code: 'UNSC', kind: 'un-body', name: 'UN Security Council', names: { ko: '유엔 안전보장이사회' } },
  {
    code: 'UN-SR-KP',
    kind: 'un-body',
    name: 'UN special rapporteur on North Korea',
    names: { ko: '유엔 북한인권특별보고관' },
  },
  { code: 'INTL-COMMUNITY', kind: 'other', name: 'International community', names: { ko: '국제사회' } },
];
