/** The words in capitals that stand behind small letters: "the NGO"; of "the US-led" also "US". */
export function capitalsWithin(all: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of all.matchAll(/\p{Ll},? (\p{Lu}[\p{Lu}'\u2019-]*)/gu)) {
    const [{ length }, run = ''] = match;
    const begun = match.index + length - run.length;
    for (let end = run.length; end > 0; end--)
      if (!/\p{L}/u.test(all.charAt(begun + end))) found.add(run.slice(0, end));
  }
  return found;
}
