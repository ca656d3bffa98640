import { CreateSourceDto } from '../sources/source.dto.js';
import type { SourceView } from '../sources/source.view.js';
import { SourcesService } from '../sources/sources.service.js';
import type { ContentSource } from './content-asks.js';
import { asSent, type Desk, enterMissing, everything, type Ids, idsBy } from './desk.js';

/** Sources are known by their symbol, or where they have none by their title. The ids are by the content's codes. */
export async function enterSources({ app, actor }: Desk, contents: ContentSource[]): Promise<Ids> {
  const sources = app.get(SourcesService);
  const there = await everything<SourceView>((page) => sources.list(actor, { ...page, sort: 'title' }));
  const ids = await enterMissing(contents, keyOf, idsBy(there, keyOf), async ({ code: _, ...fields }) =>
    sources.create(actor, await asSent(CreateSourceDto, fields)),
  );
  return new Map(contents.map((content) => [content.code, ids.get(keyOf(content)) ?? '']));
}

const keyOf = ({ symbol, title }: { symbol?: string | null; title: string }): string => symbol ?? title;
