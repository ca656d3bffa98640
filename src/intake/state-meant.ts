import { type Actor, named, type Recent } from './actor-words.js';
import type { Setting } from './setting.js';

/** The state of the parliament that speaks, where it speaks to its own government. */
export function executiveOf(bare: string, { home, names }: Setting): Actor[] | undefined {
  if (home === null) return undefined;
  const isOfAField = OF_A_FIELD.test(bare) && !names.mentionsIn(bare).some(({ kind }) => kind === 'state');
  return isOfAField || EXECUTIVE.test(bare) ? named(home) : undefined;
}

/** "The Special Representative for Sudan", of whom a house says no more: its state's. */
const ENVOY = /^(?:special\s)?(?:representative|envoy|ambassador|high commissioner)\s(?:for|to|on)\s/i;

/** Of which state an envoy is whom a parliament speaks of. */
export const envoyOf = (bare: string, { home, names }: Setting): Actor[] | undefined =>
  home !== null && ENVOY.test(bare) && names.mentionsIn(bare).every(({ kind }) => kind === 'state')
    ? named(home)
    : undefined;

/** "Minister of Fisheries", "Department of Labor". */
export const OF_A_FIELD = /^(?:\p{L}+\s)?(?:minister|ministry|secretary|department)\s(?:of|for)\s/iu;

/** Of a parliament's own state: whom it speaks to as "the Government". */
const EXECUTIVE =
  /^(?:federal\s|national\s|cabinet\s)?(?:government|president|prime minister|chancellor|secretary of state|attorney general|administration|cabinet|council of ministers|federal council|foreign secretary|home secretary|chancellor of the exchequer|cabinet secretary|taoiseach|tánaiste|minister of state|(?:foreign|interior|justice|defence|home|finance|labour|prime) minister|minister|ministers|ministry|secretary|department|administrator)(?:\s(?:of|for)\s(?!\p{Lu}\p{L}+$)[^,]*|\s(?:of|for)\s(?:Foreign|State|Justice|Defence|Defense|Finance|Home|External|Interior|Treasury)\b.*)?$/iu;

/** The state that "the Government" and "the authorities" stand for at this point, if the text is about any. */
export function stateMeant(setting: Setting, recent: Recent): Actor[] | undefined {
  if (recent.speaker !== undefined) return named(recent.speaker);
  if (recent.under !== undefined) return named(recent.under);
  const asked = recent.asked.length === 1 && setting.weights.has(recent.asked[0] ?? '') ? recent.asked[0] : undefined;
  const state =
    setting.form === 'press'
      ? asked !== undefined && asked === setting.subject
        ? asked
        : spokenOf(recent.states.at(-1), setting)
      : (asked ?? setting.subject);
  return state ? named(state) : undefined;
}

/** In an article the state that was named last, unless it is named in passing only. */
function spokenOf(last: string | undefined, { subject, weights }: Setting): string | null {
  if (last === undefined) return subject;
  const most = subject === null ? 0 : (weights.get(subject) ?? 0);
  const isInPassing = ((weights.get(last) ?? 0) <= 1 && most > 1) || (weights.get(last) ?? 0) * 4 <= most;
  return isInPassing ? subject : last;
}

/** States without a name. */
export function statesOf(bare: string, setting: Setting): Actor[] {
  if (/member|members/i.test(bare)) return named(setting.memberStates);
  return [{ name: bare.charAt(0).toUpperCase() + bare.slice(1), isGroup: true }];
}

/** Bodies that watch over what one state does: whatever becomes of an organ is asked of the state. */
const OF_ONE_STATE = /\b(?:State party|Special Rapporteur|Independent Expert|Working Group|Subcommittee)\b/;

/** Whether such a body speaks, of one state that its title or head names. */
export const isOfOneState = ({ all, names, subject }: Setting): boolean => {
  const head = all.slice(0, 4000);
  const titled = /^.*\b(?:[Vv]isits?|[Mm]ission|[Rr]eports?|[Oo]bservations)\b.*$/gmu;
  const states = new Set(
    (head.match(titled) ?? [])
      .slice(0, 3)
      .flatMap((line) =>
        names.mentionsIn(line.slice(0, 200)).filter(({ kind, how }) => kind === 'state' && how === 'name'),
      )
      .map(({ name }) => name),
  );
  return OF_ONE_STATE.test(head) && subject !== null && states.has(subject) && states.size === 1;
};

/** Whether one state alone was asked last, in what a body says of another. */
export function isTurned(setting: Setting, [asked, ...others]: readonly string[]): boolean {
  const { subject, form, weights } = setting;
  if (form !== 'other' || subject === null || asked === undefined || others.length > 0) return false;
  return asked !== subject && weights.has(asked) && isOfOneState(setting);
}

/** The state that is addressed alone. */
export const stateAlone = ({ weights }: Setting, [name, ...others]: readonly string[]): string | undefined =>
  name !== undefined && others.length === 0 && weights.has(name) ? name : undefined;
