import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attachment, fileNameOf } from './content-disposition.js';

/** Bytes to send, and what is said of them. */
export interface Content {
  bytes: Readable;
  size: number;
  sha256: string;
  title: string;
  mediaType: string;
}

/** A table that was made for whoever asks. */
export interface Table {
  title: string;
  csv: string;
}

/** The answer with a table, to be kept under its title. */
export function sentTable({ title, csv }: Table, reply: FastifyReply): StreamableFile {
  reply.headers({
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const bytes = Buffer.from(csv, 'utf8');
  return new StreamableFile(bytes, {
    type: 'text/csv; charset=utf-8',
    disposition: attachment(fileNameOf(`${title}.csv`, 'text/plain')),
    length: bytes.length,
  });
}

/** The answer with these bytes: to be kept, never shown or run as ours, whatever they are. */
export function sent({ bytes, size, sha256, title, mediaType }: Content, reply: FastifyReply): StreamableFile {
  reply.headers({
    etag: `"${sha256}"`,
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  return new StreamableFile(bytes, {
    type: 'application/octet-stream',
    disposition: attachment(fileNameOf(title, mediaType)),
    length: size,
  });
}
