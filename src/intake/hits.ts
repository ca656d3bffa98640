import type { Recent } from './actor-words.js';
import type { Complement } from './complement.js';
import type { Setting } from './setting.js';
import type { Reason } from './reason.js';

/** What a sentence is read against. */
export interface Reading {
  setting: Setting;
  recent: Recent;
  /** Whether a paragraph begins here, so that a verb may stand first ("Urges ..."). */
  isFirst: boolean;
  /** The sentence before it in its paragraph, to see who "it" is. */
  before: string;
  /** Whether it stands where recommendations are listed, so that "That the Ministry publish ..." is one. */
  isRecommending: boolean;
  /** Whether the heading speaks of options, so that "could" asks. */
  isOption?: boolean;
}

export interface Hit {
  at: number;
  after: number;
  verb: string;
  speaker: string;
  complement?: Complement;
  why: Reason;
}
