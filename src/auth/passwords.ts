import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Gate } from './gate.js';

/** Shorter ones are refused for new accounts and new passwords. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** Argon2id: 64 MiB, three passes, one lane. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** Of a password that nobody has: an unknown account costs the same work as a known one. */
const NOBODYS = '$argon2id$v=19$m=65536,t=3,p=1$fKodV70OXv4G5A58xeq8SA$Yg/O6GzFPr+kuGEssK/pmQXG3LT6sEQorjybEF9kdoo';

/** Hashes passwords, at most two at once: each takes 64 MiB, and sign-in is open to everybody. */
@Injectable()
export class Passwords {
  private readonly gate = new Gate(2, 40);

  hash(password: string): Promise<string> {
    return this.gate.through(() => hash(normalized(password), COST));
  }

  /** False for a wrong password, and with the same work where there is no account or it has no password. */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    const isKnown = stored?.startsWith('$argon2id$') ?? false;
    const fits = await this.gate.through(() => verify(isKnown && stored ? stored : NOBODYS, normalized(password)));
    return fits && isKnown;
  }
}

/** Keyboards differ in how they compose a character (Korean, accents); the password is the same. */
const normalized = (password: string): string => password.normalize('NFC');
