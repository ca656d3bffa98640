import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { csvOf } from '../common/csv.js';
import { readOne, readPage } from '../common/reading.js';
import type { Table } from '../evidence/content.js';
import { SealedWords } from '../evidence/sealed-words.js';
import { TALLIES, TALLY_ITEMS } from './tallies.queries.js';
import { sheetOf } from './tally-sheet.js';
import type { TallyItemView, TallyView } from './tally.view.js';

const AT_ONCE = 200;
interface PageOfItems {
  items: TallyItemView[];
  nextCursor: string | null;
}

/** Kept numbers as tables that are taken away: each time is an export in the log. */
@Injectable()
export class TallySheets {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly words: SealedWords,
  ) {}

  /** The number, its question and what was counted, of what the actor may see. */
  read(actor: Actor, id: string): Promise<Table> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const tally = (await readOne(tx, TALLIES, id)).parsed<TallyView>();
      const items = await this.itemsOf(tx, actor, id);
      await this.audit.record(tx, actor, {
        action: 'tally.exported',
        objectType: 'tally',
        objectId: id,
        details: { format: 'csv', items: items.length },
      });
      return { title: tally.title, csv: csvOf(sheetOf(tally, items, actor.language)) };
    });
  }

  private async itemsOf(tx: EntityManager, { language }: Actor, tally: string): Promise<TallyItemView[]> {
    const found: TallyItemView[] = [];
    let cursor: string | undefined;
    do {
      const page = await readPage(tx, TALLY_ITEMS, { limit: AT_ONCE, sort: 'place', cursor }, { tally });
      const { items, nextCursor } = JSON.parse(await this.words.openIn(tx, page.text, language)) as PageOfItems;
      found.push(...items);
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
}
