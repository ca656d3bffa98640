import { WARCRecord, WARCSerializer } from 'warcio';
import type { Answer } from '../fetching/fetcher.js';

const WARC = { warcVersion: 'WARC/1.1' } as const;

/**
 * Answers as a web archive (WARC 1.1, ISO 28500), which libraries and courts keep and ReplayWeb.page shows: every answer as it
 * came, with its head and when. Compressed record by record, as the standard recommends.
 */
export async function* webArchive(answers: readonly Answer[], at: Date): AsyncGenerator<Uint8Array> {
  const about = { software: 'Heed', format: 'WARC File Format 1.1' };
  const info = WARCRecord.createWARCInfo({ ...WARC, filename: 'copy.warc.gz', date: at.toISOString() }, about);
  yield await WARCSerializer.serialize(info, { gzip: true });
  for (const answer of answers) yield await WARCSerializer.serialize(recordOf(answer), { gzip: true });
}

function recordOf({ url, status, headers, body, at }: Answer): WARCRecord {
  const fields = {
    ...WARC,
    type: 'response',
    url,
    date: at.toISOString(),
    httpHeaders: headers,
    statusline: `HTTP/1.1 ${String(status)}`,
  } as const;
  return WARCRecord.create(fields, [new Uint8Array(body)]);
}
