// Files that were found damaged, of each kind of thing that has one.

import { randomBytes, randomUUID } from 'node:crypto';
import type { Factories, Member } from '../factories/factories.js';

type Outcome = 'changed' | 'missing' | 'locked';
type Kind = 'evidence' | 'link-copy' | 'intake' | 'inbox-item';

/** That the file of a thing was found so a moment ago. */
export async function foundDamaged(a: Factories, kind: Kind, id: string, outcome: Outcome = 'changed'): Promise<void> {
  const now = new Date();
  const found = { kind, subject_id: id, outcome, since: now, checked_at: now };
  await a.insert('file_check', { blob_key: randomUUID(), workspace_id: a.workspaceId, ...found });
}

const FILE = { media_type: 'text/plain', size: 1 };
const bytes = () => ({ ...FILE, sha256: randomBytes(32), blob_key: randomUUID() });
const ownedBy = (a: Factories, { actor: { personId, organizationId } }: Member) => ({
  id: randomUUID(),
  workspace_id: a.workspaceId,
  person_id: personId,
  organization_id: organizationId,
});

/** A piece that only those named on it may know. */
export async function restrictedPiece(a: Factories, by: Member, title: string, ...readers: Member[]): Promise<string> {
  const origin_id = await a.origin(`Not named (${randomBytes(4).toString('hex')})`);
  const id = await a.evidence(by, { confidentiality: 'restricted', title, origin_id });
  for (const { actor } of readers)
    await a.insert('evidence_grant', {
      ...{ workspace_id: a.workspaceId, evidence_id: id, person_id: actor.personId },
      ...{ granted_by: by.actor.personId, reason: 'Brought it.' },
    });
  return id;
}

/** A document that came in. */
export const documentOf = (a: Factories, by: Member, title: string, confidentiality = 'coalition'): Promise<string> =>
  a.insert('intake', {
    ...{ ...ownedBy(a, by), ...bytes(), title, confidentiality },
    ...{ format: 'text', text: 'We urge you.', blocks: '[]' },
  });

/** A file in somebody's inbox. */
export const keptFile = (a: Factories, by: Member, name: string): Promise<string> =>
  a.insert('inbox_item', { ...ownedBy(a, by), ...bytes(), kind: 'file', text: name });
