import type { ChecklistAnswerDto } from '../lowerings/lowering.dto.js';

/** What somebody told an organization, known to the coalition alone; and what keeps it there, or would open it. */
export interface ContentHeldBack {
  title: string;
  statement: string;
  /** That it become public, asked by whoever enters it: a second person is waited for. */
  ask?: { checklist: ChecklistAnswerDto[]; reason: string };
  /** Why it does harm beyond the coalition. */
  harm?: string;
}
