import { asSignIn } from './as-sign-in.js';
import { StartRefusal } from './start-refusal.js';

/** Production doesn't serve accounts whose password is printed in the README: throws StartRefusal where the database has some. */
export async function refuseDemonstration(url: string): Promise<void> {
  if (!(await asSignIn(url, 'SELECT EXISTS (SELECT FROM account WHERE is_demonstration) AS found'))) return;
  throw new StartRefusal('This database holds the demonstration, whose passwords are known: use another database.');
}
