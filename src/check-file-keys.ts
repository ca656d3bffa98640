import { DataSource } from 'typeorm';
import { KeyRing } from './blobs/key-ring.js';
import { dataSourceOptions } from './data-source.js';
import { lookAtKeys } from './evidence/key-rotation.js';
import { readKeys } from './master-key.js';

/** What is to be said of the keys of what is sealed at the start: nothing where each of them opens. The rest of the record can be read without. */
export async function checkFileKeys(directUrl: string, keyFile: string): Promise<string[]> {
  const owner = await new DataSource(dataSourceOptions(directUrl)).initialize();
  try {
    const { older, missing } = await lookAtKeys(owner.manager, new KeyRing(() => readKeys(keyFile)));
    const lost = [...missing].map(
      ([id, keys]) =>
        `warning: the key ${id}, which opens what is sealed (${String(keys)}), is missing or wrong. Put it back into ${keyFile}; until then that can't be opened.`,
    );
    return older > 0 && missing.size === 0
      ? [`A rotation of keys was broken off: run "npm run rotate-keys" again (keys left: ${String(older)}).`]
      : lost;
  } finally {
    await owner.destroy();
  }
}
