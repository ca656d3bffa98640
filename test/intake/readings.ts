// A document read in every layout, and how much of that is as it was.

import type { IntakeDocument } from '../../src/intake/document.js';
import { propose } from '../../src/intake/propose.js';
import { readDocx } from '../../src/intake/read-docx.js';
import { readHtml } from '../../src/intake/read-html.js';
import { readText } from '../../src/intake/read-text.js';
import type { Layout } from './layout.js';
import { LAYOUTS } from './layouts.js';
import { type FileLayout, FILES } from './layouts-of-files.js';
import { type Agreement, agreement, laidOut, randomFrom, saidBy } from './relaid.js';
import { type Piece, piecesOf } from './sheets.js';

/** How alike the readings of one layout, or of two at once, are. */
export interface Reading extends Agreement {
  name: string;
}

/** The document in every layout that leaves it clear, in every format, and in so many pairs of layouts, the same ones for the same text. */
export async function readingsOf(text: string, pairs: number): Promise<Reading[]> {
  const document = readText(text);
  const pieces = piecesOf(document);
  const before = propose(document);
  const judge = (name: string, read: IntakeDocument, layouts: readonly Layout[]): Reading => ({
    name,
    ...agreement(saidBy(before, layouts, false), saidBy(propose(read), layouts, true)),
  });
  const clear = LAYOUTS.filter(({ unclear }) => unclear?.(pieces) === undefined);
  const random = randomFrom(text.length);
  const sets = [...clear.map((layout) => [layout]), ...pairsOf(clear, pairs, random)];
  const readings = sets.map((layouts) =>
    judge(
      layouts.length > 1 ? 'two at once' : (layouts[0]?.name ?? ''),
      readText(laidOut(pieces, layouts, random)),
      layouts,
    ),
  );
  for (const file of FILES.filter(({ unclear }) => unclear?.(pieces) === undefined))
    readings.push(judge(file.name, await readFile(file, pieces), []));
  return readings;
}

async function readFile({ format, of }: FileLayout, pieces: readonly Piece[]): Promise<IntakeDocument> {
  const content = of(pieces);
  return typeof content === 'string' || format === 'html' ? readHtml(content.toString()) : readDocx(content);
}

/** Two of different groups. */
function pairsOf(layouts: readonly Layout[], count: number, random: () => number): Layout[][] {
  const oneOf = (some: readonly Layout[]) => some[Math.floor(random() * some.length)] as Layout;
  return Array.from({ length: count }, () => {
    const first = oneOf(layouts);
    return [first, oneOf(layouts.filter(({ group }) => group !== first.group))];
  });
}
