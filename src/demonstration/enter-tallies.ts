import { TalliesService } from '../tallies/tallies.service.js';
import { CreateTallyDto } from '../tallies/tally.dto.js';
import type { TallyView } from '../tallies/tally.view.js';
import type { ContentTally } from './content-findings.js';
import { asSent, type Desk, enterMissing, everything, idsBy } from './desk.js';

/** Numbers over all that was entered before them; each is known by its title. */
export async function enterTallies({ app, actor }: Desk, contents: ContentTally[]): Promise<void> {
  const tallies = app.get(TalliesService);
  const there = await everything<TallyView>((page) => tallies.list(actor, { ...page, sort: 'recordedAt' }));
  await enterMissing(contents, titleOf, idsBy(there, titleOf), async (content) =>
    tallies.create(actor, await asSent(CreateTallyDto, content)),
  );
}

const titleOf = ({ title }: { title: string }): string => title;
