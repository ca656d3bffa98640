import { IsIn } from 'class-validator';
import { NamedView } from './workspace.dto.js';

export class CreateRoleRequestDto {
  /** Other roles need no second administrator. */
  @IsIn(['verifier'])
  role!: 'verifier';
}

/** A role that one administrator asked for on behalf of a member, and another one confirms. */
export class RoleRequestView {
  id!: string;
  /** @example verifier */
  role!: string;
  /** The administrator who asked, as a member. */
  requestedBy!: NamedView;
  createdAt!: string;
  /** The administrator who confirmed, or null. */
  confirmedBy!: NamedView | null;
  confirmedAt!: string | null;
  /** After seven days it can't be confirmed any more. */
  state!: 'open' | 'confirmed' | 'lapsed';
}
