import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES } from './actor.js';
import { type Permission, PERMISSIONS } from './permissions.js';

/** A permission, and which roles have it in every workspace. */
export class PermissionView {
  @ApiProperty({ enum: Object.keys(PERMISSIONS) })
  key!: Permission;
  /** A membership has it that holds one of these. */
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];
  /** Acts under it ask for a sign-in within the last ten minutes. */
  asksFreshSignIn!: boolean;
}

export class PermissionsView {
  items!: PermissionView[];
}
