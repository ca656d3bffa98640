import { exe } from '../../support/files.js';
import type { Recipes, Round } from '../round.js';

export const EVIDENCE: Recipes = {
  Evidence_create: {
    valid: ({ random }) => ({
      json: {
        kind: 'link',
        title: random.word(),
        url: `https://fuzz.example/${random.word()}`,
        confidentiality: 'coalition',
      },
    }),
  },
  EvidenceFiles_create: {
    valid: ({ random }) => ({ json: { title: random.word() } }),
    413: () => ({ json: { file: Buffer.alloc(13 * 1024 * 1024, '%PDF-1.4') } }),
    415: () => ({ json: { file: exe() } }),
  },
  EvidenceFiles_content: {
    valid: async (round) => ({ path: { id: String((await round.make('EvidenceFiles_create'))['id']) } }),
    404: async (round) => ({ path: { id: await piece(round) } }),
    410: async (round) => {
      const { id } = await round.make('EvidenceFiles_create', { caller: round.as('editor') });
      return { path: { id: await withdraw(round, String(id)) } };
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
};

const editor = (round: Round) => ({ caller: round.as('editor') });
const piece = async (round: Round): Promise<string> =>
  String((await round.make('Evidence_create', editor(round)))['id']);
const proposed = async (round: Round): Promise<string> =>
  String((await round.make('Evidence_create', { caller: round.as('partner') }))['id']);
export const withdrawn = async (round: Round): Promise<string> => withdraw(round, await piece(round));

async function withdraw(round: Round, id: string): Promise<string> {
  await round.make('EvidenceWithdrawals_create', {
    ...editor(round),
    path: { id },
    json: { reason: 'Our source is in danger.' },
  });
  return id;
}
