import i18next from 'i18next';
import type { components } from './schema';

type ProblemView = components['schemas']['ProblemView'];
/** Whoever was quicker, where the problem says so. */
interface Meanwhile {
  by?: { name: string; organization: { name: string } } | null;
  recordedAt?: string | null;
}
export type Fault = components['schemas']['FaultView'];

/** Refused for what else there is: to read anew what one acted on would bring nothing. */
const STANDS_ELSEWHERE = ['already-exists', 'still-in-use', 'last-administrator'];

/** What the server refused, in its own words: it says what happened, that nothing was changed, and what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly faults: Fault[];
  readonly changed: Meanwhile;
  /** Of second factors, where one is asked. */
  readonly kinds: string[];

  constructor({
    status,
    code,
    title,
    detail,
    errors = [],
    changed = {},
    kinds = [],
  }: Partial<ProblemView> & { changed?: Meanwhile; kinds?: string[] }) {
    super(detail ?? title);
    this.status = status ?? 0;
    this.code = code ?? 'unknown';
    this.title = title ?? '';
    this.faults = errors;
    this.changed = changed;
    this.kinds = kinds;
  }

  static async of(response: Response): Promise<Problem> {
    const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false;
    return new Problem(isProblem ? ((await response.json()) as ProblemView) : { status: response.status });
  }

  static offline(): Problem {
    return new Problem({ status: 0, code: 'offline' });
  }

  /** As the server would say it, before anything is sent. */
  static tooLarge(most: number): Problem {
    const size = Math.floor(most / 2 ** 20);
    const [title, detail] = [i18next.t('frame.fileTooLarge'), i18next.t('frame.fileTooLargeWhy', { size })];
    return new Problem({ status: 413, code: 'file-too-large', title, detail });
  }

  /** The page shows another day than today. */
  static past(): Problem {
    const [title, detail] = [i18next.t('asOf.nothingChanges'), i18next.t('asOf.nothingChangesWhy')];
    return new Problem({ status: 409, code: 'past', title, detail });
  }

  /** The session ended, or the act asks for a fresh sign-in. */
  get asksForSignIn(): boolean {
    return this.status === 401 && this.code !== 'sign-in-failed';
  }

  /** Somebody else changed it meanwhile. */
  get isStale(): boolean {
    return this.status === 412 || (this.status === 409 && !STANDS_ELSEWHERE.includes(this.code));
  }
}
