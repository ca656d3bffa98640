// What a state stands on, looked up in a track's history. Pure.

/** What stands at one position of the track's history. */
export interface PastTransition {
  transition: string;
  to: string;
  /** The workflow that `to` is a state of, and that of the state before: they differ where a track was migrated, or that was voided. */
  workflow: string;
  fromWorkflow: string;
  from: string;
  /** Whoever made it or a transition that it corrects. */
  people: string[];
  organizations: string[];
  /** Whoever brought the evidence that it cites. */
  evidenceBroughtBy: string[];
}

/** Whether it leads from one workflow to another: a migration, or the void of what one carried over. */
export const isCrossing = ({ workflow, fromWorkflow }: PastTransition): boolean => workflow !== fromWorkflow;

/**
 * What brought the present state about (its index, -1 for nothing), and everything by which it stayed since. A `void`, or
 * a correction to nothing, only went back or stayed; a migration carried the state over from another workflow, so what
 * brought it about is looked for before. A `void` claims nothing.
 */
export function standingOn(history: PastTransition[]): { enteredAt: number; standing: PastTransition[] } {
  const standing: PastTransition[] = [];
  let [workflow, state] = [history.at(-1)?.workflow, history.at(-1)?.to];
  const isHere = (past: PastTransition | undefined): boolean => past?.workflow === workflow && past?.to === state;
  for (let n = history.length - 1; n >= 0; n--) {
    const past = history[n];
    if (!past || !isHere(past) || past.transition === 'void') continue;
    standing.unshift(past);
    if (isCrossing(past)) [workflow, state] = [past.fromWorkflow, past.from];
    else if (!isHere(history[n - 1])) return { enteredAt: n, standing };
  }
  return { enteredAt: -1, standing };
}
