import type { Schema } from '../api/client';
import type { AddresseeKind } from './kinds';

export type Addressee = Schema['AddresseeView'];

export interface AddresseeDraft {
  kind: AddresseeKind;
  code: string;
  isoCode: string;
  name: string;
  names: Record<string, string>;
  aliases: string[];
  memberCount: number | null;
  successor: Addressee['successor'];
}

const EMPTY: AddresseeDraft = {
  kind: 'state',
  code: '',
  isoCode: '',
  name: '',
  names: {},
  aliases: [],
  memberCount: null,
  successor: null,
};

export const draftOf = (read: Addressee | undefined): AddresseeDraft =>
  read ? { ...read, isoCode: read.isoCode ?? '' } : EMPTY;

/** Whether its name was read in the reader's language, and not in the workspace's first one. */
export const isInLanguage = (read: Addressee | undefined, language: string): boolean =>
  read?.names[language] !== undefined;

export function bodyOf(draft: AddresseeDraft, read: Addressee | undefined, language: string) {
  const { kind, code, isoCode, name, names, aliases, memberCount, successor } = draft;
  return {
    kind,
    ...(code && { code }),
    isoCode: kind === 'state' ? isoCode : null,
    ...(!isInLanguage(read, language) && { name }),
    names: Object.fromEntries(Object.entries(names).filter(([, words]) => words.trim() !== '')),
    aliases,
    memberCount: kind === 'group' ? memberCount : null,
    ...(read && { successorId: successor?.id ?? null }),
  };
}
