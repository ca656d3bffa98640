import { join } from 'node:path';
import type { Configuration } from '../configuration.js';
import type { BlobStore } from './blob-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

/** The bucket where settings name one, else the folder `blobs` of the data folder. Nothing is touched until it is used. */
export const openBlobStore = ({ s3, dataFolder }: Pick<Configuration, 's3' | 'dataFolder'>): BlobStore =>
  s3 ? new S3Store(s3) : new FolderStore(join(dataFolder, 'blobs'));
