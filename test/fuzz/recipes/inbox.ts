import { exe } from '../../support/files.js';
import type { Recipes, Round } from '../round.js';
import { switchCopies } from './copies.js';

/** Everything of an inbox is its person's own: one person does all of it. */
const editor = (round: Round) => ({ caller: round.as('editor') });
const item = async (round: Round): Promise<string> => String((await round.make('Inbox_keep', editor(round)))['id']);
const link = async (round: Round): Promise<string> =>
  String((await round.make('Inbox_keep', { ...editor(round), json: { text: 'https://one.invalid/letter' } }))['id']);
const file = async (round: Round): Promise<string> => String((await round.make('Inbox_keepFile', editor(round)))['id']);

export const INBOX: Recipes = {
  Inbox_keep: { valid: (round) => ({ ...editor(round), json: { text: `They said ${round.random.word()}.` } }) },
  Inbox_keepFile: {
    valid: (round) => ({ ...editor(round), json: { text: round.random.word() } }),
    413: () => ({ json: { file: Buffer.alloc(13 * 1024 * 1024, '%PDF-1.4') } }),
    415: () => ({ json: { file: exe() } }),
  },
  InboxContent_get: {
    valid: async (round) => ({ ...editor(round), path: { id: await file(round) } }),
    404: async (round) => ({ ...editor(round), path: { id: await item(round) } }),
  },
  Inbox_list: { valid: (round) => editor(round) },
  Inbox_get: { valid: async (round) => ({ ...editor(round), path: { id: await item(round) } }) },
  Inbox_update: {
    valid: async (round) => ({ ...editor(round), path: { id: await item(round) }, json: { removed: true } }),
    412: async (round) => ({
      ...editor(round),
      path: { id: await item(round) },
      headers: { 'if-match': '"7"' },
      json: { removed: true },
    }),
  },
  Inbox_remove: {
    valid: async (round) => ({ ...editor(round), path: { id: await item(round) } }),
    412: async (round) => ({ ...editor(round), path: { id: await item(round) }, headers: { 'if-match': '"7"' } }),
  },
  InboxIntake_create: {
    valid: async (round) => ({
      ...editor(round),
      path: { id: await item(round) },
      json: { title: round.random.word() },
    }),
    409: async (round) => {
      await switchCopies(round, false);
      return { ...editor(round), path: { id: await link(round) }, json: {} };
    },
    422: async (round) => {
      await switchCopies(round, true);
      return { ...editor(round), path: { id: await link(round) }, json: {} };
    },
  },
  Inbox_place: {
    valid: async (round) => ({
      ...editor(round),
      path: { id: await item(round) },
      json: { title: round.random.word() },
    }),
    422: async (round) => ({
      ...editor(round),
      path: { id: await file(round) },
      json: { title: 'x', confidentiality: 'restricted' },
    }),
  },
};
