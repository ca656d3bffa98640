// What the fields of an addressee ask of each other. Pure.

import type { Fault } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import type { AddresseeKind } from './addressee.entity.js';

interface AddresseeFields {
  kind: AddresseeKind;
  code?: string | null;
  isoCode?: string | null;
  memberCount?: number | null;
}

/** Groups and regional organizations are made of others; nothing else is. */
export const mayHaveMembers = (kind: AddresseeKind): boolean => kind === 'group' || kind === 'regional-organization';

/** The first fault among the fields, or undefined where they fit together. */
export function faultOf({ kind, code, isoCode, memberCount }: AddresseeFields): Fault | undefined {
  if (kind === 'state' && !isoCode)
    return fault(
      '/isoCode',
      say`A state has its ISO code. Where it is not known which state is meant, the kind is "other".`,
    );
  if (kind !== 'state' && isoCode) return fault('/isoCode', say`Only a state has an ISO code.`);
  if (kind !== 'group' && memberCount) return fault('/memberCount', say`Only a group says how many members it has.`);
  if (!code && !isoCode) return fault('/code', say`Everything but a state needs a code.`);
  return undefined;
}

const fault = (pointer: string, message: Words): Fault => ({ pointer, code: 'unfit-for-kind', message });
