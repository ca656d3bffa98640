import { Problem } from '../common/problem.js';

/** The failures of a part of a request, with their places as seen from the whole. */
export async function under<T>(place: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, title, detail, errors, more } = error;
    const moved = errors.map((fault) => ({ ...fault, pointer: `${place}${fault.pointer}` }));
    throw new Problem(status, code, title, detail, moved, more);
  }
}
