import type { Change, Group } from './changes';

/** What is known beyond one organization. What only some may read is left out of what is copied. */
export const isForEveryTable = ({ confidentiality }: Change): boolean =>
  confidentiality === 'public' || confidentiality === 'coalition';

interface Words {
  title: string;
  asOf: string;
  heading: (group: Group) => string;
  line: (change: Change) => string;
  none: string;
  leftOut: (n: number) => string;
}

/** A plain agenda: a heading for each kind, a line for each thing. */
export function agendaOf(groups: Group[], { title, asOf, heading, line, none, leftOut }: Words): string {
  const sections = groups.map((group) => {
    const told = group.items.filter(isForEveryTable);
    const hidden = group.items.length - told.length;
    const lines = told.map((change) => `- ${line(change)}`);
    return [
      heading(group),
      ...(group.items.length === 0 ? [none] : lines),
      ...(hidden > 0 ? [leftOut(hidden)] : []),
    ].join('\n');
  });
  return [[title, asOf].join('\n'), ...sections].join('\n\n') + '\n';
}
