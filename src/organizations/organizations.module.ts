import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Founding } from './founding.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { LeavingService } from './leaving.service.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { RoleRequestsController } from './role-requests.controller.js';
import { RoleRequestsService } from './role-requests.service.js';
import { WorkspacesController } from './workspaces.controller.js';
import { WorkspacesService } from './workspaces.service.js';

@Module({
  imports: [AuthModule],
  controllers: [
    WorkspacesController,
    OrganizationsController,
    MembersController,
    RoleRequestsController,
    InvitationsController,
  ],
  providers: [
    WorkspacesService,
    OrganizationsService,
    LeavingService,
    MembersService,
    RoleRequestsService,
    InvitationsService,
    Founding,
  ],
  exports: [OrganizationsService, Founding],
})
export class OrganizationsModule {}
