export class UnmetView {
  /** Name of the condition. */
  condition!: string;
  /** How to meet it, in the reader's language. */
  message!: string;
}

/** A transition that may be chosen now, and what is still missing. */
export class OptionView {
  transition!: string;
  label!: string;
  /** The state that it leads to; null where the caller says which (`open`, `correct`). */
  to!: string | null;
  /** That state in the reader's language. */
  toLabel!: string | null;
  /** The phase that it counts as. */
  toPhase!: string | null;
  /**
   * With `migrate`: the workflow that it leads to; null for all others.
   * @example our-review@2
   */
  workflow!: string | null;
  allowed!: boolean;
  unmet!: UnmetView[];
}

export class OptionsView {
  items!: OptionView[];
}
