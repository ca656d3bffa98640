// Real files, made here, and forms that carry them.

import { deflateRawSync, deflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import type { World } from './world.js';
import type { Member } from '../factories/factories.js';

export interface Form {
  headers: Record<string, string>;
  payload: Buffer;
}

/** A multipart form: fields, then the file under the name that the client says, byte for byte as given. */
export function formWith(
  file: Buffer,
  fields: Record<string, string> = {},
  fileName = 'a.bin',
  type = 'application/octet-stream',
): Form {
  const boundary = `heed${randomBytes(8).toString('hex')}`;
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const escaped = fileName.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escaped}"\r\nContent-Type: ${type}\r\n\r\n`,
  );
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, head, file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** The raw bytes and headers of a file as somebody downloads it. */
export async function download(
  world: World,
  member: Member,
  id: string,
  of: 'evidence' | 'inbox' = 'evidence',
): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }> {
  const answer = await world.app.inject({
    url: `/api/v1/workspaces/${world.a.slug}/${of}/${id}/content`,
    headers: { authorization: `Bearer ${member.token}` },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

const crcOf = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
const uint32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};

/** A picture of one pixel, of a colour of its own. */
export function png(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    return Buffer.concat([uint32(data.length), body, uint32(crcOf(body))]);
  };
  const header = Buffer.concat([uint32(1), uint32(1), Buffer.from([8, 2, 0, 0, 0])]);
  const pixel = deflateSync(Buffer.concat([Buffer.from([0]), randomBytes(3)]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixel),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One empty page, and as many bytes more as asked for. */
export const pdf = (more = 0): Buffer =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n%${randomBytes(8).toString('hex')}\n`,
    ),
    randomBytes(more),
    Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);

/** A program of Windows, as far as its head tells. */
export const exe = (): Buffer =>
  Buffer.concat([
    Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
    Buffer.alloc(512),
    Buffer.from('PE\0\0'),
    randomBytes(200),
  ]);

/** An archive of one small file under the name given. */
export function zip(name = 'letter.txt'): Buffer {
  const content = Buffer.from('A letter.');
  const packed = deflateRawSync(content);
  const facts = (crc: number): Buffer => {
    const bytes = Buffer.alloc(26);
    bytes.writeUInt16LE(20, 0);
    bytes.writeUInt16LE(8, 4);
    bytes.writeUInt32LE(crc, 10);
    bytes.writeUInt32LE(packed.length, 14);
    bytes.writeUInt32LE(content.length, 18);
    bytes.writeUInt16LE(name.length, 22);
    return bytes;
  };
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts(crcOf(content)), Buffer.from(name), packed]);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0'),
    facts(crcOf(content)),
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}

export const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
