import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMembers } from '../administration/lists';
import { answer, client } from '../api/client';
import { fieldsOf } from '../follow-ups/columns';
import type { Row } from '../follow-ups/row';
import { useWorkspace } from '../frame/workspace';
import { type Block, readBlock } from './block';
import { type Bulk, MOST, useSend } from './bulk';
import { type LeftOut, planOf } from './plan';
import { useWorkflows } from './workflows';

/** What a block would do: previews of the acts that it comes to, and the rows that are left out. */
export interface Checked {
  block: Block;
  bulks: Bulk[];
  leftOut: LeftOut[];
}

export type Unreadable = 'noHeadings' | 'tooMany';

/** Asks the server of every act that the block comes to, and changes nothing. */
export function useCheckBlock(onChecked: (checked: Checked | Unreadable) => void) {
  const members = useMembers();
  const workflows = useWorkflows();
  const read = useReadByCode();
  const send = useSend();
  const [progress, setProgress] = useState(0);
  const check = useMutation({
    mutationFn: async ({
      text,
      evidenceIds,
    }: {
      text: string;
      evidenceIds: string[];
    }): Promise<Checked | Unreadable> => {
      setProgress(0);
      const block = await readBlock(text);
      if (!block) return 'noHeadings';
      if (block.lines.length > MOST) return 'tooMany';
      const rows = await read(block.lines.flatMap(({ cells }) => cells.code ?? []));
      const { asked, leftOut } = planOf(block, { rows, members: members.data?.items ?? [], workflows, evidenceIds });
      const bulks: Bulk[] = [];
      for (const [n, body] of asked.entries()) {
        bulks.push(await send(body));
        setProgress((100 * (n + 1)) / asked.length);
      }
      return { block, bulks, leftOut };
    },
    onSuccess: onChecked,
  });
  return { check, progress, isReady: members.isSuccess && workflows.size > 0 };
}

const AT_ONCE = 50;

/** Follow-ups of these recommendations, also those that are closed: the server says why they don't move. */
function useReadByCode(): (codes: string[]) => Promise<Row[]> {
  const workspace = useWorkspace();
  const page = (code: string[], cursor?: string) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/follow-ups', {
        params: { path: { workspace }, query: { code, limit: 200, sort: 'code', cursor, fields: fieldsOf(['owner']) } },
      }),
    );
  return async (codes) => {
    const all = [...new Set(codes)].filter((code) => /^[\w().-]{1,60}$/.test(code));
    const rows: Row[] = [];
    for (let n = 0; n < all.length; n += AT_ONCE) {
      let cursor: string | undefined;
      do {
        const { items, nextCursor } = await page(all.slice(n, n + AT_ONCE), cursor);
        rows.push(...items);
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
    }
    return rows;
  };
}
