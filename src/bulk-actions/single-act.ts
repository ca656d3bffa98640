// What a bulk action does to each of its items. Each kind of act calls the very method that its single form calls.

import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { Permission } from '../access/permissions.js';
import type { Shows, Stance } from '../workflows/workflow.definition.js';
import type { StepState } from '../next-steps/next-step.entity.js';
import type {
  BulkDeadlineDto,
  BulkNextStepDoneDto,
  BulkNextStepDto,
  BulkOwnerDto,
  BulkThemeDto,
  BulkTransitionDto,
} from './bulk-wish.dto.js';
import type { LinkEvidenceDto } from '../follow-ups/track-evidence.dto.js';

export const BULK_ACTIONS = [
  'transition',
  'evidence',
  'owner',
  'theme',
  'deadline',
  'nextStep',
  'nextStepDone',
] as const;
export type BulkActionKind = (typeof BULK_ACTIONS)[number];

/** What is asked for, the same for all items. */
export type Wish =
  | BulkTransitionDto
  | LinkEvidenceDto
  | BulkOwnerDto
  | BulkThemeDto
  | BulkDeadlineDto
  | BulkNextStepDto
  | BulkNextStepDoneDto;

/** How an item stands in what the action is about. */
export interface Stands {
  workflowId?: string;
  state?: string;
  phase?: string | null;
  stance?: Stance | null;
  shows?: Shows | null;
  ownerId?: string | null;
  themeIds?: string[];
  /** Dates by which it is due, the earliest first (EDTF). */
  dueOns?: string[];
  /** What is to be done next, and what became of it. */
  step?: string | null;
  stepState?: StepState | null;
}

export interface Standing {
  /** Null where none is compared: what is only added to is in nobody's way. */
  version: number | null;
  stands: Stands;
}

export interface Present extends Standing {
  version: number;
}

/** Why an item was not acted on: the problem that the single act would have answered. */
export interface Refusal {
  code: string;
  message: string;
  unmet: { condition: string; message: string }[];
}

/** An item that was carried out. */
export interface Done {
  objectId: string;
  before: Stands;
  after: Stands;
  madeId: string | null;
}

export interface SingleAct<Asked = Wish> {
  /** What the single act requires. */
  readonly permission: Permission;
  /** 404 where the wish itself names what is not there: that concerns no item alone. */
  checkWish(tx: EntityManager, wish: Asked): Promise<void>;
  /** How a thing stands now; 404 where the actor may not know it. */
  present(tx: EntityManager, id: string, wish: Asked): Promise<Standing>;
  /** Acts on a thing as it stands; answers the id of the row that was made, where one was. */
  perform(actor: Actor, id: string, at: Standing, wish: Asked): Promise<string | null>;
  /** Puts it back by another act; refuses where somebody changed it since. */
  takeBack(tx: EntityManager, actor: Actor, done: Done, wish: Asked, note: string): Promise<void>;
}
