// People, organizations, themes and addressees: who takes part, and in what.

/** The same words in other languages. Korean is always there. */
export interface InKorean {
  ko: string;
}

export interface ContentOrganization {
  code: string;
  name: string;
}

/** An account and its membership. Both names are invented. */
export interface ContentAccount {
  email: string;
  name: string;
  organization: string;
  roles: ('administrator' | 'editor' | 'verifier' | 'partner' | 'auditor')[];
}

export interface ContentTheme {
  code: string;
  label: string;
  labels: InKorean;
}

export interface ContentAddressee {
  code: string;
  kind: 'state' | 'group' | 'regional-organization' | 'un-body' | 'company' | 'other';
  isoCode?: string;
  name: string;
  names: InKorean;
  aliases?: string[];
  /** Of a group: how many it has, listed here or not. */
  memberCount?: number;
  members?: ContentMember[];
}

/** EDTF dates; `until` is the first day on which it is no longer a member. */
export interface ContentMember {
  addressee: string;
  from?: string;
  until?: string;
}
