// A block that was copied out of a spreadsheet, as rows under headings that are known.

import type { ParseResult } from 'papaparse';

/** By when something is due, by the side that it is due on. */
export const DUES = ['replyDueOn', 'dueOn'] as const;
export const FIELDS = [
  'code',
  'addressee',
  'owner',
  'response',
  'implementation',
  'occurredOn',
  'note',
  ...DUES,
  'basis',
] as const;
export type Field = (typeof FIELDS)[number];

/** What people write over such columns, in English and Korean: our own names first. */
const HEADINGS: Record<Field, string[]> = {
  code: [
    'code',
    'recommendation',
    'recommendation code',
    'no',
    'no.',
    '코드',
    '권고',
    '권고 코드',
    '권고 번호',
    '번호',
  ],
  addressee: ['addressee', 'addressed to', 'country', 'state', 'body', '대상', '대상국', '국가', '기관'],
  owner: ['owner', 'looked after by', 'responsible', '담당', '담당자'],
  response: ['what they said', 'response', 'reply', '답변 내용', '답변', '반응', '응답'],
  implementation: [
    'what was done',
    'implementation',
    'done',
    'status',
    '실제 조치',
    '이행',
    '이행 상태',
    '상태',
    '이행 여부',
  ],
  occurredOn: ['when', 'date', 'happened', 'when did it happen?', '날짜', '일자', '시점', '언제'],
  replyDueOn: ['reply due', 'reply due by', 'response due', '답변 기한', '회신 기한'],
  dueOn: ['due', 'due by', 'due date', 'deadline', '기한', '마감', '마감일', '이행 기한'],
  basis: ['basis', 'on what basis', 'on what basis?', '기한 근거', '근거'],
  note: ['note', 'notes', 'why', 'comment', '메모', '비고', '이유'],
};

export interface Line {
  /** As the spreadsheet counts them: the headings are the first. */
  n: number;
  cells: Partial<Record<Field, string>>;
}

export interface Block {
  fields: Field[];
  /** Headings that are not known: what stands under them is left out. */
  unknown: string[];
  lines: Line[];
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

export function fieldOf(heading: string): Field | undefined {
  return FIELDS.find((field) => HEADINGS[field].includes(plain(heading)));
}

/** Rows of a block; none where its first row has no headings for recommendation and addressee. */
export async function readBlock(text: string): Promise<Block | undefined> {
  const { default: papaparse } = await import('papaparse');
  const { data }: ParseResult<string[]> = papaparse.parse<string[]>(text.trimEnd(), {
    delimiter: text.includes('\t') ? '\t' : '',
  });
  const [head = [], ...rows] = data;
  const fields = head.map(fieldOf);
  if (!fields.includes('code') || !fields.includes('addressee')) return undefined;
  return {
    fields: FIELDS.filter((field) => fields.includes(field)),
    unknown: head.filter((heading, at) => heading.trim() !== '' && fields[at] === undefined),
    lines: rows
      .map((row, at) => ({ n: at + 2, cells: cellsOf(row, fields) }))
      .filter(({ cells }) => Object.keys(cells).length > 0),
  };
}

/** Empty cells say nothing: what stands there stays. */
function cellsOf(row: string[], fields: (Field | undefined)[]): Line['cells'] {
  const cells: Line['cells'] = {};
  for (const [at, field] of fields.entries()) {
    const text = row[at]?.trim() ?? '';
    if (field && text !== '' && cells[field] === undefined) cells[field] = text;
  }
  return cells;
}

export const isSame = (one: string, other: string): boolean => plain(one) === plain(other);
