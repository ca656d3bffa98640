import { CreateDeadlineDto, type DeadlineView } from '../follow-ups/deadline.dto.js';
import { DeadlinesService } from '../follow-ups/deadlines.service.js';
import type { ContentDeadline } from './content-asks.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

/** Deadlines, all of recommendations, are known by axis and date. */
export async function enterDeadlines(
  { app, actor }: Desk,
  contents: ContentDeadline[],
  recommendations: Ids,
): Promise<void> {
  const deadlines = app.get(DeadlinesService);
  for (const code of new Set(contents.map(({ recommendation }) => recommendation))) {
    const owner = { recommendation: idOf(recommendations, code) };
    const there = await everything<DeadlineView>((page) => deadlines.list(actor, owner, page));
    await enterMissing(
      contents.filter(({ recommendation }) => recommendation === code),
      keyOf,
      idsBy(
        there.filter(({ followUpId }) => followUpId === null),
        keyOf,
      ),
      async ({ recommendation: _, ...fields }) =>
        deadlines.create(actor, owner, await asSent(CreateDeadlineDto, fields)),
    );
  }
}

const keyOf = ({ axis, dueOn }: Pick<ContentDeadline, 'axis' | 'dueOn'>): string => `${axis} ${dueOn}`;
