import { Injectable } from '@nestjs/common';
import { type Actor } from '../access/actor.js';
import { isPermitted } from '../access/permissions.js';
import { problems } from '../common/problem.js';
import { DeadlineAct } from './deadline-act.js';
import { EvidenceAct } from './evidence-act.js';
import { NextStepAct } from './next-step-act.js';
import { NextStepDoneAct } from './next-step-done-act.js';
import { OwnerAct } from './owner-act.js';
import type { BulkActionKind, SingleAct } from './single-act.js';
import { ThemeAct } from './theme-act.js';
import { TransitionAct } from './transition-act.js';

/** Every kind of act that can be done in bulk. A new one is a file beside these and a line here. */
@Injectable()
export class SingleActs {
  private readonly acts: Record<BulkActionKind, SingleAct>;

  constructor(
    transition: TransitionAct,
    evidence: EvidenceAct,
    owner: OwnerAct,
    theme: ThemeAct,
    deadline: DeadlineAct,
    nextStep: NextStepAct,
    nextStepDone: NextStepDoneAct,
  ) {
    this.acts = { transition, evidence, owner, theme, deadline, nextStep, nextStepDone };
  }

  /** 403 where the actor may not do it singly: asked at the preview, and again at each confirmation and undo. */
  permitted(actor: Actor, action: BulkActionKind): SingleAct {
    const act = this.acts[action];
    if (!isPermitted(actor, act.permission)) throw problems.forbidden(act.permission);
    return act;
  }
}
