export const KINDS = ['state', 'group', 'regional-organization', 'un-body', 'company', 'other'] as const;
export type AddresseeKind = (typeof KINDS)[number];

/** Only these have members. */
export const hasMembers = (kind: AddresseeKind): boolean => kind === 'group' || kind === 'regional-organization';
