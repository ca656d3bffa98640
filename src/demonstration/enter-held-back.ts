import { CreateEvidenceDto } from '../evidence/evidence.dto.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import type { EvidenceView } from '../evidence/evidence.view.js';
import { HarmFlagsService } from '../harm-flags/harm-flags.service.js';
import { CreateLoweringDto } from '../lowerings/lowering.dto.js';
import { LoweringsService } from '../lowerings/lowerings.service.js';
import type { ContentHeldBack } from './content-held-back.js';
import { asSent, type Desk, everything } from './desk.js';

type Held = Pick<EvidenceView, 'id' | 'isLoweringAsked' | 'harmFlag'>;

/** Accounts that the coalition keeps to itself, each known by its title; then what was asked of it and said against it. */
export async function enterHeldBack(desk: Desk, contents: ContentHeldBack[]): Promise<void> {
  if (contents.length === 0) return;
  const evidence = desk.app.get(EvidenceService);
  const there = await everything<EvidenceView>((page) => evidence.list(desk.actor, { ...page, sort: 'title' }));
  for (const content of contents) {
    const held = there.find(({ title }) => title === content.title) ?? (await enter(desk, content));
    await askToLower(desk, content, held);
    await flag(desk, content, held);
  }
}

async function enter({ app, actor }: Desk, { title, statement }: ContentHeldBack): Promise<Held> {
  const account = { kind: 'account', terms: 'unattributed', confidentiality: 'coalition', title, statement } as const;
  const entered = await app.get(EvidenceService).create(actor, await asSent(CreateEvidenceDto, account));
  return entered.parsed<EvidenceView>();
}

async function askToLower({ app, actor }: Desk, { ask }: ContentHeldBack, held: Held): Promise<void> {
  if (!ask || held.isLoweringAsked) return;
  const dto = await asSent(CreateLoweringDto, { ...ask, to: 'public' as const });
  await app.get(LoweringsService).create(actor, held.id, dto);
}

async function flag({ app, actor }: Desk, { harm }: ContentHeldBack, held: Held): Promise<void> {
  if (harm !== undefined && held.harmFlag === null) await app.get(HarmFlagsService).create(actor, held.id, harm);
}
