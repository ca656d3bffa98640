import { CreateEvidenceDto } from '../evidence/evidence.dto.js';
import type { EvidenceView } from '../evidence/evidence.view.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import type { ContentEvidence } from './content-findings.js';
import { asSent, type Desk, enterMissing, everything, type Ids, idsBy } from './desk.js';

/** A piece is known by its title and address. The ids are by the content's keys. */
export async function enterEvidence({ app, actor }: Desk, contents: ContentEvidence[]): Promise<Ids> {
  const evidence = app.get(EvidenceService);
  const there = await everything<EvidenceView>((page) => evidence.list(actor, { ...page, sort: 'title' }));
  const ids = await enterMissing(contents, keyOf, idsBy(there, keyOf), async ({ key: _, ...fields }) =>
    evidence.create(actor, await asSent(CreateEvidenceDto, { ...fields, kind: 'link', confidentiality: 'public' })),
  );
  return new Map(contents.map((content) => [content.key, ids.get(keyOf(content)) ?? '']));
}

const keyOf = ({ title, url }: { title: string | null; url: string | null }): string => JSON.stringify([title, url]);
