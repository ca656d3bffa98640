// Whom "you" stands for at each place of a letter to several readers. Pure but for the setting that it turns.

import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { group } from './group-names.js';
import { isRecommendationsHeading, isToHeading } from './headings.js';
import { spokenTo, turnedTo } from './readers.js';
import type { Setting } from './setting.js';
import { areActors } from './who-acts.js';

/** Follows a letter from heading to heading and paragraph to paragraph, and says whom it speaks to in `setting.you`. */
export class Audience {
  private readonly all: readonly string[];
  /** Whom the heading speaks to. */
  private headed: string[];

  constructor(private readonly setting: Setting) {
    this.all = [...setting.you];
    this.headed = [...setting.you];
  }

  /** Below "To the Agency" a letter to several speaks to the Agency; below other headings to all again. */
  enter(words: string, asked: readonly string[] = []): void {
    if (this.setting.form !== 'letter' || this.all.length < 2) return;
    const isSaidTo =
      isToHeading(words) || isRecommendationsHeading(words) || asked.some((name) => this.all.includes(name));
    this.headed = [...(asked.length > 0 && isSaidTo ? asked : this.all)];
    this.setting.you = this.headed;
  }

  /** "Chairperson, ..." turns to one reader till the next turn; "To our partners, who receive a copy: you" for a paragraph. */
  turn(words: string, recent: Recent): void {
    const { setting } = this;
    if (setting.form !== 'letter' || this.all.length < 2) return;
    const reader = spokenTo(words, setting.readers);
    const party = reader === undefined ? turnedTo(words) : undefined;
    if (reader) setting.you = [reader.name];
    else if (party !== undefined && areActors(party, setting))
      setting.you = actorsOf(party, setting, recent).map(({ name }) => name);
    else if (party !== undefined && SEVERAL.test(party)) setting.you = group(properly(party)).map(({ name }) => name);
    else if (!setting.you.every((name) => this.all.includes(name))) setting.you = this.headed;
  }
}

/** "The team principals". */
const SEVERAL = /^(?:the|our)\s(?:\p{L}+\s){0,3}\p{L}+s$/u;
const properly = (party: string): string => party.replace(/^(?:the|our)\s/, '');
