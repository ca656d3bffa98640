// Which noun a name in the document speaks of, so that an id goes where an id of its kind belongs.

/** Names that do not end in their noun. A new one needs a line here, or its ids are drawn from all nouns. */
const MEANT: Record<string, string> = {
  ask: 'recommendation',
  part: 'recommendation',
  partof: 'recommendation',
  other: 'recommendation',
  coded: 'addressee',
  memberaddressee: 'addressee',
  successor: 'addressee',
  viagroup: 'addressee',
  member: 'member',
  'createaddresseememberdto.member': 'addressee',
  'addressees.member': 'addressee',
  mymembership: 'member',
  owner: 'member',
  askedof: 'member',
  mention: 'member',
  replyto: 'comment',
  reply: 'comment',
  actor: 'member',
  person: 'member',
  piece: 'evidence',
  uploadedevidence: 'evidence',
  through: 'followup',
  correct: 'transition',
  supersede: 'observation',
  substantiate: 'contributionact',
  figure: 'observation',
  origin: 'origin',
  inbox: 'inboxitem',
  proposallist: 'proposal',
  mergedinto: 'proposal',
  seenproposal: 'proposal',
};
const KNOWN = [
  'addresseemember',
  'indicator',
  'nextstep',
  'comment',
  'contribution',
  'occasion',
  'confirmation',
  'trackevidence',
  'assessment',
  'position',
  'inboxitem',
  'intake',
  'proposal',
  'evidencewithdrawal',
  'evidencereader',
  'readerrequest',
  'lowering',
  'recommendation',
  'followup',
  'addressee',
  'evidence',
  'source',
  'organization',
  'transition',
  'theme',
  'rolerequest',
  'deadline',
  'track',
];

/** `themeIds`, `byAddresseeId`, `ThemeInBriefView`, `role-requests` and the like; `within` is the DTO or path it stands in. */
export function nounOf(name: string, within = ''): string {
  const bare = name
    .replace(/(InList|InBrief|Name)?View$/, '')
    .replace(/^(Created|Titled|Linked|Cited|Engaged|Closed)(?=[A-Z])/, '')
    .replace(/Ids?$/, '')
    .replaceAll('-', '')
    .toLowerCase();
  const single = bare.endsWith('ies') ? `${bare.slice(0, -3)}y` : bare.replace(/s$/, '');
  return (
    MEANT[`${within}.${single}`.toLowerCase()] ?? MEANT[single] ?? KNOWN.find((noun) => single.endsWith(noun)) ?? single
  );
}

/** The noun of a name in a path: `/themes/{id}` is a theme, `/addressees/{addresseeId}/members/{id}` a member of an addressee. */
export function nounInPath(path: string, name: string): string {
  if (name !== 'id') return nounOf(name, 'path');
  const before = (path.split('/{id}')[0] ?? '').split('/').filter((segment) => !segment.startsWith('{'));
  const [last = '', above = ''] = before.reverse();
  const nested = `${nounOf(above)}${nounOf(last)}`;
  return ['addresseemember'].includes(nested) ? nested : nounOf(last);
}
