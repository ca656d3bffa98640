import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Person } from '../organizations/person.entity.js';
import { Account } from './account.entity.js';

/** What an account is made of; with `personId` it is a further one of a person who exists. */
export interface NewAccount {
  email: string;
  passwordHash: string;
  personId?: string;
  isDemonstration?: boolean;
}

/** One account per address, however it is written. */
export const normalizedEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** Adds an account, and its person where there is none. As the role of sign-in. */
export async function insertAccount(tx: EntityManager, given: NewAccount): Promise<Account> {
  const personId = given.personId ?? uuid();
  if (given.personId === undefined) await tx.insert(Person, { id: personId });
  const account = tx.create(Account, { ...given, id: uuid(), personId, email: normalizedEmail(given.email) });
  await tx.insert(Account, account);
  return account;
}
