// What recording will do, counted as the server does it. Pure.

import type { Meant, Proposal } from './intake';
import type { RecordDraft } from './record-draft';

export interface Outcome {
  recommendations: number;
  parts: number;
  followUps: number;
  deadlines: number;
  /** How many relations to asks that are tracked already. */
  relations: number;
  /** Names of addressees that will be made. */
  made: string[];
  leftOut: string[];
  /** Names of all who are asked directly: to them the letter goes. */
  asked: string[];
  /** Those it asks nobody of, once names are left out. */
  ofNobody: Proposal[];
  repeats: Proposal[];
  rejected: number;
  undecided: number;
}

export function outcomeOf(proposals: Proposal[], names: Meant[], draft: RecordDraft): Outcome {
  const accepted = proposals.filter(({ state }) => state === 'accepted');
  const meant = meaningOf(names, draft);
  const said = Object.entries(draft.names);
  const asked = new Map(
    accepted.flatMap(({ addressees }) =>
      addressees.flatMap((name) => {
        const who = meant(name);
        return who ? [[who.key, who.name] as const] : [];
      }),
    ),
  );
  return {
    recommendations: accepted.length,
    parts: sum(accepted.map(({ parts }) => parts.length)),
    followUps: sum(accepted.map((one) => leavesOf(one) * linksOf(one, meant))),
    deadlines: sum(accepted.map((one) => (one.due === null ? 0 : leavesOf(one)))),
    relations: sum(accepted.map((one) => one.relations.length)),
    made: said.filter(([, { how }]) => how === 'create').map(([name]) => name),
    leftOut: said.filter(([, { how }]) => how === 'leaveOut').map(([name]) => name),
    asked: [...asked.values()],
    ofNobody: accepted.filter(({ addressees }) => !addressees.some(meant)),
    repeats: accepted.filter((one) => one.repeats.length > 0 && !one.relations.some(({ kind }) => kind === 'repeats')),
    rejected: proposals.filter(({ state }) => state === 'rejected').length,
    undecided: proposals.filter(({ state }) => state === 'proposed').length,
  };
}

type Meaning = (name: string) => { key: string; name: string } | undefined;

/** Two names of one addressee are one link; a name that is left out is none. */
function meaningOf(names: Meant[], draft: RecordDraft): Meaning {
  const byName = new Map(names.map((one) => [one.name, one.addressees[0]]));
  return (name) => {
    const said = draft.names[name];
    if (said?.how === 'leaveOut') return undefined;
    const known = said ? (said.how === 'known' ? said.known : null) : byName.get(name);
    return known ? { key: known.id, name: known.name } : { key: `new ${name}`, name };
  };
}

const linksOf = ({ addressees, through, targets }: Proposal, meant: Meaning): number =>
  new Set([...addressees, ...through, ...targets].flatMap((name) => meant(name)?.key ?? [])).size;

const leavesOf = ({ parts }: Proposal): number => Math.max(1, parts.length);
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
