// What setup prints: a name, a colon and a value on every line, for people and for programs that read it.

import type { InstalledWorkspace } from '../auth/installation.service.js';
import type { CreatedInvitationView } from '../organizations/invitation.dto.js';

/** The lines that hand over the first administrator's link. It is in no log and can't be shown again. */
export function linkNotice(origin: string, { email, expiresAt, token }: CreatedInvitationView): string[] {
  return [
    `administrator: ${email}`,
    `link: ${origin}/invitations/${token}`,
    `expires: ${expiresAt}`,
    'The link is shown this once and works once. Hand it over by a way that you trust: whoever opens it in a browser becomes administrator.',
    'Next: npm start',
  ];
}

/** The lines that say what is there already. */
export function presenceNotice(workspaces: InstalledWorkspace[]): string[] {
  return ['Heed is set up already; nothing was changed.', ...workspaces.flatMap(linesOf)];
}

function linesOf({ slug, name, hasAdministrator, invitation }: InstalledWorkspace): string[] {
  const workspace = `workspace: ${slug} (${name})`;
  if (hasAdministrator) return [workspace, 'administrator: there is one'];
  if (!invitation) return [workspace, 'administrator: nobody'];
  const until = invitation.isOpen ? `open until ${invitation.expiresAt}` : 'lapsed or withdrawn';
  return [
    workspace,
    `administrator: ${invitation.email} has not used the link yet (${until}); npm run setup -- --new-link makes another`,
  ];
}
