import { randomUUID } from 'node:crypto';
import { exe, zip } from '../../support/files.js';
import type { Recipes, Round } from '../round.js';
import { OUTSIDE, switchCopies } from './copies.js';

export const EVIDENCE: Recipes = {
  Evidence_create: {
    valid: ({ random }) => ({
      json: {
        kind: 'link',
        title: random.word(),
        url: `${OUTSIDE}/${random.word()}`,
        confidentiality: 'coalition',
      },
    }),
  },
  EvidenceFiles_create: {
    valid: ({ random }) => ({ json: { title: random.word() } }),
    413: () => ({ json: { file: Buffer.alloc(13 * 1024 * 1024, '%PDF-1.4') } }),
    415: () => ({ json: { file: exe() } }),
    422: () => ({ json: { file: Buffer.alloc(0) } }),
  },
  EvidenceFiles_content: {
    valid: async (round) => ({ path: { id: String((await round.make('EvidenceFiles_create'))['id']) } }),
    404: async (round) => ({ path: { id: await piece(round) } }),
    410: async (round) => {
      const { id } = await round.make('EvidenceFiles_create', { caller: round.as('editor') });
      return { path: { id: await withdraw(round, String(id)) } };
    },
  },
  WorkingCopies_open: {
    valid: async (round) => ({ path: { evidenceId: String((await round.make('EvidenceFiles_create'))['id']) } }),
    422: async (round) => ({
      path: { evidenceId: String((await round.make('EvidenceFiles_create', { json: { file: zip() } }))['id']) },
    }),
    404: async (round) => ({ path: { evidenceId: await piece(round) } }),
    410: async (round) => {
      const { id } = await round.make('EvidenceFiles_create', { caller: round.as('editor') });
      return { path: { evidenceId: await withdraw(round, String(id)) } };
    },
  },
  Evidence_get: { valid: async (round) => ({ path: { id: await piece(round) } }) },
  Evidence_custody: { valid: async (round) => ({ path: { id: await piece(round) } }) },
  Evidence_update: {
    valid: async (round) => ({
      ...editor(round),
      path: { id: await piece(round) },
      json: { title: round.random.word() },
    }),
    410: async (round) => ({
      ...editor(round),
      path: { id: await withdrawn(round) },
      headers: { 'if-match': '"2"' },
      json: { title: 'x' },
    }),
    422: async (round) => ({
      ...editor(round),
      path: { id: await piece(round) },
      json: { confidentiality: 'restricted' },
    }),
  },
  Evidence_accept: {
    valid: async (round) => ({
      ...editor(round),
      path: { id: await proposed(round) },
      json: { acceptance: 'accepted' },
    }),
    410: async (round) => ({
      ...editor(round),
      path: { id: await withdrawn(round) },
      headers: { 'if-match': '"2"' },
      json: { acceptance: 'accepted' },
    }),
  },
  Evidence_verify: {
    valid: async (round) => ({ caller: round.as('verifier'), path: { id: await piece(round) } }),
    410: async (round) => ({
      caller: round.as('verifier'),
      path: { id: await withdrawn(round) },
      headers: { 'if-match': '"2"' },
    }),
  },
  LinkCopies_list: { valid: async (round) => ({ path: { evidenceId: await piece(round) } }) },
  LinkCopies_create: {
    valid: async (round) => {
      await switchCopies(round, true);
      return { ...editor(round), path: { evidenceId: await silentLink(round) } };
    },
    409: async (round) => ({ ...editor(round), path: { evidenceId: await account(round) } }),
    410: async (round) => ({ ...editor(round), path: { evidenceId: await withdrawn(round) } }),
  },
  LinkCopies_content: {
    valid: async (round) => ({ path: await copy(round) }),
    404: async (round) => ({ path: { evidenceId: await piece(round), id: randomUUID() } }),
    410: async (round) => {
      const path = await copy(round);
      await withdraw(round, path.evidenceId);
      return { path };
    },
  },
  EvidenceWithdrawals_get: { valid: async (round) => ({ path: { id: await withdrawn(round) } }) },
  EvidenceWithdrawals_create: {
    valid: async (round) => ({
      ...editor(round),
      path: { id: await piece(round) },
      json: { reason: 'Our source is in danger.' },
    }),
    410: async (round) => ({ ...editor(round), path: { id: await withdrawn(round) }, json: { reason: 'Once more.' } }),
  },
  EvidenceWithdrawals_decide: {
    valid: async (round) => ({
      caller: round.as('verifier'),
      path: { id: await withdrawn(round) },
      json: { decision: 'restore' },
    }),
    409: async (round) => {
      const path = { id: await withdrawn(round) };
      const json = { decision: 'restore' };
      await round.make('EvidenceWithdrawals_decide', { caller: round.as('verifier'), path, json });
      await round.make('EvidenceWithdrawals_decide', { caller: round.as('administrator'), path, json });
      return { caller: round.as('administrator'), path, json: { decision: 'erase' } };
    },
  },
  EvidenceReaders_list: {
    valid: async (round) => ({ ...editor(round), path: { evidenceId: await restricted(round) } }),
  },
  EvidenceReaders_end: {
    valid: async (round) => ({ ...editor(round), path: await named(round) }),
    409: async (round) => {
      const evidenceId = await restricted(round);
      const [own] = await round.a.rows<{ id: string }>('SELECT id FROM evidence_grant WHERE evidence_id = $1', [
        evidenceId,
      ]);
      return { ...editor(round), path: { evidenceId, id: own?.id ?? '' } };
    },
  },
  EvidenceReaders_create: {
    valid: async (round) => ({
      ...editor(round),
      path: { evidenceId: await restricted(round) },
      json: await asking(round),
    }),
    409: async (round) => ({ ...editor(round), path: { evidenceId: await piece(round) }, json: await asking(round) }),
    410: async (round) => ({
      ...editor(round),
      path: { evidenceId: await withdrawn(round) },
      json: await asking(round),
    }),
    422: async (round) => ({
      ...editor(round),
      path: { evidenceId: await restricted(round) },
      json: { ...(await asking(round)), endsOn: '2020-01-01' },
    }),
  },
  ReaderRequests_decide: {
    valid: async (round) => ({
      caller: round.as('administrator'),
      path: { id: await asked(round) },
      json: { decision: 'confirm' },
    }),
    409: async (round) => {
      const given = {
        caller: round.as('administrator'),
        path: { id: await asked(round) },
        json: { decision: 'decline' },
      };
      await round.make('ReaderRequests_decide', given);
      return given;
    },
  },
  Lowerings_preview: {
    valid: async (round) => ({ path: { evidenceId: await piece(round) }, query: [['to', 'public']] }),
    410: async (round) => ({ path: { evidenceId: await withdrawn(round) }, query: [['to', 'public']] }),
    422: async (round) => ({ path: { evidenceId: await piece(round) }, query: [['to', 'organization']] }),
  },
  Lowerings_create: {
    valid: async (round) => ({ ...editor(round), path: { evidenceId: await piece(round) }, json: LOWERING }),
    409: async (round) => ({ ...editor(round), path: { evidenceId: await flagged(round) }, json: LOWERING }),
    410: async (round) => ({ ...editor(round), path: { evidenceId: await withdrawn(round) }, json: LOWERING }),
    422: async (round) => ({
      ...editor(round),
      path: { evidenceId: await piece(round) },
      json: { ...LOWERING, checklist: LOWERING.checklist.slice(1) },
    }),
  },
  Lowerings_decide: {
    valid: async (round) => ({ ...second(round), path: { id: await lowering(round) }, json: { decision: 'agree' } }),
    409: async (round) => {
      const path = { id: await lowering(round) };
      await round.make('Lowerings_decide', { ...second(round), path, json: { decision: 'agree' } });
      return { ...second(round), path, json: { decision: 'agree' } };
    },
    410: async (round) => {
      const evidenceId = await piece(round);
      const path = { id: await lowering(round, evidenceId) };
      await withdraw(round, evidenceId);
      return { ...second(round), path, json: { decision: 'agree' } };
    },
  },
  Lowerings_takeBack: {
    valid: async (round) => ({ ...editor(round), path: { id: await lowering(round) } }),
    409: async (round) => {
      const path = { id: await lowering(round) };
      await round.make('Lowerings_decide', { ...second(round), path, json: { decision: 'agree' } });
      return { ...editor(round), path };
    },
  },
  HarmFlags_create: {
    valid: async (round) => ({ ...editor(round), path: { evidenceId: await piece(round) }, json: HARM }),
    409: async (round) => ({ ...editor(round), path: { evidenceId: await flagged(round) }, json: HARM }),
    410: async (round) => ({ ...editor(round), path: { evidenceId: await withdrawn(round) }, json: HARM }),
  },
  HarmFlags_remove: {
    valid: async (round) => ({ ...second(round), path: { evidenceId: await flagged(round) } }),
    409: async (round) => ({ ...second(round), path: { evidenceId: await piece(round) } }),
    410: async (round) => {
      const evidenceId = await flagged(round);
      return { ...second(round), path: { evidenceId: await withdraw(round, evidenceId) } };
    },
  },
};

/** A piece without a file. */
const LOWERING = {
  to: 'public',
  checklist: [
    { code: 'consent', answer: 'no-source' },
    { code: 'identifiers', answer: 'none' },
    { code: 'harm', answer: 'weighed', note: 'Nobody is named.' },
    { code: 'copy', answer: 'no-file' },
  ],
  reason: 'It has to be told.',
};
const HARM = { reason: 'Somebody can be told from it.' };
const second = (round: Round) => ({ caller: round.as('verifier') });
const lowering = async (round: Round, evidenceId?: string): Promise<string> => {
  const path = { evidenceId: evidenceId ?? (await piece(round)) };
  return String((await round.make('Lowerings_create', { ...editor(round), path, json: LOWERING }))['id']);
};
async function flagged(round: Round): Promise<string> {
  const evidenceId = await piece(round);
  await round.make('HarmFlags_create', { ...editor(round), path: { evidenceId }, json: HARM });
  return evidenceId;
}

/** A piece that the editor alone may open. */
const restricted = async (round: Round): Promise<string> => {
  const json = { kind: 'link', title: 'x', url: 'https://fuzz.example/x', confidentiality: 'restricted' };
  return String((await round.make('Evidence_create', { ...editor(round), json }))['id']);
};
const asking = async (round: Round) => ({
  memberId: (await round.spare()).membershipId,
  askedOfId: round.as('administrator').member?.actor.membershipId,
  reason: 'Has to know.',
  endsOn: '2099-12-31',
});
const asked = async (round: Round, evidenceId?: string): Promise<string> => {
  const path = { evidenceId: evidenceId ?? (await restricted(round)) };
  return String(
    (await round.make('EvidenceReaders_create', { ...editor(round), path, json: await asking(round) }))['id'],
  );
};
/** Somebody whom the administrator confirmed. */
async function named(round: Round): Promise<{ evidenceId: string; id: string }> {
  const evidenceId = await restricted(round);
  const path = { id: await asked(round, evidenceId) };
  await round.make('ReaderRequests_decide', { caller: round.as('administrator'), path, json: { decision: 'confirm' } });
  const [grant] = await round.a.rows<{ id: string }>(
    'SELECT id FROM evidence_grant WHERE evidence_id = $1 AND request_id IS NOT NULL',
    [evidenceId],
  );
  return { evidenceId, id: grant?.id ?? '' };
}

const editor = (round: Round) => ({ caller: round.as('editor') });
const piece = async (round: Round): Promise<string> =>
  String((await round.make('Evidence_create', editor(round)))['id']);
const proposed = async (round: Round): Promise<string> =>
  String((await round.make('Evidence_create', { caller: round.as('partner') }))['id']);
const account = async (round: Round): Promise<string> => {
  const json = { kind: 'account', title: 'Told', statement: 'So it was.', terms: 'quotable' };
  return String((await round.make('Evidence_create', { ...editor(round), json }))['id']);
};
export const withdrawn = async (round: Round): Promise<string> => withdraw(round, await piece(round));

/** From now on every new link is asked for by itself; without a worker nothing is fetched. */
/** A link that came in past the services, so nobody asked for its copy. */
async function silentLink(round: Round): Promise<string> {
  const { member } = round.as('editor');
  if (!member) throw new Error('An editor is a member.');
  return round.a.evidence(member, { url: `${OUTSIDE}/${round.random.word()}` });
}

/** A copy with the bytes of a file that is there. */
async function copy(round: Round): Promise<{ evidenceId: string; id: string }> {
  const { id: file } = await round.make('EvidenceFiles_create', editor(round));
  const [id, evidenceId] = [randomUUID(), await piece(round)];
  await round.a.rows(
    `INSERT INTO link_copy (id, workspace_id, evidence_id, person_id, organization_id, outcome, status, fetched_at, sha256, size, blob_key)
     SELECT $1, workspace_id, $2, entered_by, organization_id, 'kept', 200, now(), sha256, size, blob_key FROM evidence WHERE id = $3`,
    [id, evidenceId, file],
  );
  return { evidenceId, id };
}

async function withdraw(round: Round, id: string): Promise<string> {
  await round.make('EvidenceWithdrawals_create', {
    ...editor(round),
    path: { id },
    json: { reason: 'Our source is in danger.' },
  });
  return id;
}
