import type { Role } from '../../src/access/actor.js';
import type { Factories } from '../factories/factories.js';
import { browser, type Caller, program } from './people.js';

/** A member in both ways of calling. */
export interface Person {
  roles: Role[];
  program: Caller;
  browser: Caller;
}

/** Those who are in every workspace of the fuzz; verifier and partner belong to another organization than the rest. */
export async function peopleIn(a: Factories): Promise<Person[]> {
  const elsewhere = await a.organization('Europe for Korea');
  const cast: [string, Role[], string?][] = [
    ['Ada', ['administrator']],
    ['Adam', ['administrator', 'editor']],
    ['Edita', ['editor']],
    ['Vera', ['verifier'], elsewhere],
    ['Paul', ['partner'], elsewhere],
    ['Aude', ['auditor']],
  ];
  const people: Person[] = [];
  for (const [name, roles, organizationId] of cast) {
    const caller = { ...(await program(a, name, roles, organizationId)), roles };
    people.push({ roles, program: caller, browser: await browser(a, caller) });
  }
  return people;
}
