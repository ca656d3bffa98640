import { Readable } from 'node:stream';
import { S3mini, type UploadPart } from 's3mini';
import type { S3Settings } from '../storage-settings.js';
import { type BlobKey, BlobMissing, BlobStore, pathOf, type StoredBlob } from './blob-store.js';
import { Measure } from './measure.js';

/** S3 takes no smaller part than five mebibytes but the last. Two of these are in memory per upload. */
const PART_BYTES = 8 * 1024 * 1024;

/** Blobs as objects of a bucket, by the protocol of S3: whole or not there, since parts show only once all are there. */
export class S3Store extends BlobStore {
  private readonly bucket: S3mini;

  constructor({ endpoint, bucket, ...account }: S3Settings) {
    super();
    this.bucket = new S3mini({
      ...account,
      endpoint: `${endpoint.replace(/\/$/, '')}/${bucket}`,
      minPartSize: PART_BYTES,
    });
  }

  async put(key: BlobKey, bytes: Readable): Promise<StoredBlob> {
    const path = pathOf(key);
    const measure = new Measure();
    bytes.once('error', (error) => measure.destroy(error));
    try {
      await this.store(path, partsOf(bytes.pipe(measure)));
      return measure.result();
    } finally {
      bytes.destroy();
      measure.destroy();
    }
  }

  async get(key: BlobKey): Promise<Readable> {
    try {
      const { body } = await this.bucket.getObjectRaw(pathOf(key));
      return body ? Readable.fromWeb(body) : Readable.from([]);
    } catch (error) {
      throw statusOf(error) === 404 ? new BlobMissing('The bucket does not hold these bytes.') : error;
    }
  }

  async stat(key: BlobKey): Promise<{ size: number } | undefined> {
    try {
      return { size: await this.bucket.getContentLength(pathOf(key)) };
    } catch (error) {
      if (statusOf((error as Error).cause) === 404) return undefined;
      throw error;
    }
  }

  async delete(key: BlobKey): Promise<void> {
    await this.bucket.deleteObject(pathOf(key));
  }

  /** What fits into one part is one request; the rest is an upload in parts, given up as a whole if one fails. */
  private async store(path: string, parts: AsyncGenerator<Buffer>): Promise<void> {
    const { value: first } = (await parts.next()) as IteratorResult<Buffer, undefined>;
    if (!first || first.length < PART_BYTES) {
      await this.bucket.putObject(path, first ?? Buffer.alloc(0));
      return;
    }
    const uploadId = await this.bucket.getMultipartUploadId(path);
    try {
      const done: UploadPart[] = [await this.bucket.uploadPart(path, uploadId, first, 1)];
      for await (const part of parts) done.push(await this.bucket.uploadPart(path, uploadId, part, done.length + 1));
      await this.bucket.completeMultipartUpload(path, uploadId, done);
    } catch (error) {
      await this.bucket.abortMultipartUpload(path, uploadId).catch(() => undefined); // The first error says more; the bucket's rule sweeps.
      throw error;
    }
  }
}

/** The stream in pieces of exactly PART_BYTES, and what is left; nothing of an empty one. */
async function* partsOf(bytes: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= PART_BYTES) {
      const whole = Buffer.concat(waiting);
      yield whole.subarray(0, PART_BYTES);
      waiting = [whole.subarray(PART_BYTES)];
      size -= PART_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

const statusOf = (error: unknown): unknown => (error as { status?: unknown } | undefined)?.status;
