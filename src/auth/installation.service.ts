import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { beforeWorkspace } from '../access/in-workspace.js';
import { SYSTEM_PERSON } from '../access/system-actor.js';
import { run, statement } from '../common/statement.js';

/** A workspace as the operator's commands know it: that it is there, and whether somebody administers it. */
export interface InstalledWorkspace {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  hasAdministrator: boolean;
  /** What the system invited the first administrator with, last. */
  invitation: FirstInvitation | null;
}

export interface FirstInvitation {
  id: string;
  email: string;
  organizationId: string;
  /** RFC 3339. */
  expiresAt: string;
  isOpen: boolean;
  version: number;
}

const WORKSPACES = statement(`
  SELECT w.id, w.slug, w.name, w.time_zone AS "timeZone",
    EXISTS (SELECT FROM membership m WHERE m.workspace_id = w.id AND 'administrator' = ANY (m.roles)) AS "hasAdministrator",
    (SELECT json_build_object('id', i.id, 'email', i.email, 'organizationId', i.organization_id, 'expiresAt', i.expires_at,
       'isOpen', i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > clock_timestamp(), 'version', i.version)
     FROM invitation i WHERE i.workspace_id = w.id AND i.invited_by = '${SYSTEM_PERSON}' ORDER BY i.created_at DESC LIMIT 1) AS invitation
  FROM workspace w ORDER BY w.created_at, w.id`);

/** What the operator's commands may know of an installation; nothing of what its workspaces hold. */
@Injectable()
export class Installation {
  constructor(private readonly manager: EntityManager) {}

  /** All workspaces, the first one first. */
  workspaces(): Promise<InstalledWorkspace[]> {
    return beforeWorkspace(this.manager, (tx) => run<InstalledWorkspace>(tx, WORKSPACES));
  }
}
