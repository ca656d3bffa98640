import type { Readable } from 'node:stream';

/** Where bytes lie: made of ids that Heed chose (version 4), never of a name that somebody gave. */
export interface BlobKey {
  workspaceId: string;
  blobId: string;
}

/** What was stored, as it went by. */
export interface StoredBlob {
  sha256: Buffer;
  size: number;
}

/** Keeps the bytes of files. Nobody else touches storage; a blob is written once and never changed. */
export abstract class BlobStore {
  /** Stores all of a stream, and answers its hash and size. If the stream or the store fails, nothing is left of it. */
  abstract put(key: BlobKey, bytes: Readable): Promise<StoredBlob>;
  /** The bytes as a stream; throws BlobMissing where there are none. */
  abstract get(key: BlobKey): Promise<Readable>;
  /** Its size, or undefined where there is none. */
  abstract stat(key: BlobKey): Promise<{ size: number } | undefined>;
  /** Deletes it; what isn't there is deleted already. */
  abstract delete(key: BlobKey): Promise<void>;
}

/** The record names bytes that the store doesn't have. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
}

/** What sealed bytes are bound to: taken to another place, they open no more. */
export const sealedAs = (key: BlobKey): string => `heed file 1|${pathOf(key)}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `workspace/blob`. Throws where a part is no id: no path is ever made of anything else. */
export function pathOf({ workspaceId, blobId }: BlobKey): string {
  if (!UUID.test(workspaceId) || !UUID.test(blobId)) throw new Error('A key of the blob store is made of two ids.');
  return `${workspaceId}/${blobId}`;
}
