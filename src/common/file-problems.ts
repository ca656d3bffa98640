// Files and documents: what is taken, what can be read, what can be opened again.

import { NOTHING_CHANGED, Problem } from './problem-answer.js';
import { say, type Words } from './words.js';

export const fileProblems = {
  /** 413: a file with more bytes than are taken. */
  fileTooLarge: (most: number): Problem =>
    new Problem(
      413,
      'file-too-large',
      say`The file is too large`,
      say`At most ${sizeOf(most)} are taken. ${NOTHING_CHANGED}`,
      [],
      { maxFileBytes: most },
    ),
  /** 415: the bytes are of no kind that is taken, whatever name and type they came with. */
  fileRefused: (why: Words): Problem =>
    new Problem(
      415,
      'file-type-refused',
      say`This kind of file is not taken`,
      say`${why} What is taken: PDF, images, office documents, plain text and CSV, audio, video, e-mail, ZIP. ${NOTHING_CHANGED}`,
    ),
  /** 415: a document of no kind that is read. */
  documentRefused: (): Problem =>
    new Problem(
      415,
      'document-type-refused',
      say`This kind of document is not read`,
      say`What is read: PDF with its text, DOCX, HTML, plain text. ${NOTHING_CHANGED}`,
    ),
  /** 422: a document of a kind that is read, but not this one: scanned, locked, damaged, too much. */
  unreadableDocument: (code: string, why: Words): Problem =>
    new Problem(422, code, say`This document can not be read`, say`${why} ${NOTHING_CHANGED}`, [
      { pointer: '', code, message: why },
    ]),
  /** 422: what a link leads to, where it can't be fetched or may not be. */
  notFetched: (pointer: string, why: Words): Problem =>
    new Problem(422, 'not-fetched', say`Nothing was fetched`, say`${why} ${NOTHING_CHANGED}`, [
      { pointer, code: 'not-fetched', message: why },
    ]),
  /** 422: a file of which no working copy can be made; the original can be had. */
  noWorkingCopy: (code: string, why: Words): Problem =>
    new Problem(422, code, say`There is no working copy`, why, [{ pointer: '', code, message: why }]),
  /** 500: the stored bytes are not those that were taken in. */
  damaged: (): Problem =>
    new Problem(
      500,
      'damaged',
      say`The stored file is damaged`,
      say`Its bytes are not those that were uploaded, so they are not handed out. Tell the operator.`,
    ),
  /** 500: the piece is sealed with a key that this installation does not have. */
  keyMissing: (): Problem =>
    new Problem(
      500,
      'key-missing',
      say`The key of this piece is missing`,
      say`It is sealed, and none of the keys of this installation opens it. Tell the operator: the piece itself may be whole.`,
    ),
};

const MEGABYTE = 2 ** 20;

/** As people say it: no number of seven digits. */
const sizeOf = (bytes: number): string =>
  bytes < MEGABYTE ? `${String(bytes)} B` : `${String(Math.floor(bytes / MEGABYTE))} MB`;
