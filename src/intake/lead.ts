import type { Reason } from './reason.js';

/** A line that says for the items below it who is asked: "We urge Malaysia to:". */
export interface Lead {
  level: number;
  addressees: string[];
  targets: string[];
  through: string[];
  /** Why what stands below it is asked; `part`: it is no ask of its own but a part of the one above. */
  why: Reason | 'part';
  /** The day that the line names for all that stands below it. */
  due?: string | null;
  /** Who asks for what stands below it. */
  by?: string[];
}
