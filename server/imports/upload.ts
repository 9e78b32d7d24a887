import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import type { Actor } from '../audit/contract.ts';
import type { Feed } from '../feeds/contract.ts';
import { readHeader } from '../feeds/header.ts';
import { readRecords } from '../feeds/records.ts';
import { feedColumns } from '../feeds/contract.ts';
import { Refusal } from '../refusal.ts';
import { openImport } from './open.ts';

const spoolFolder = (): string => join(tmpdir(), 'affiliate-operations-imports');

/**
 * Takes an upload to disk, reads its header, and opens the import; the work itself is another process's. Refuses `bad_header` and
 * `bad_csv` (of the first lines) before anything is written. An upload that breaks off leaves nothing.
 */
export async function receiveUpload(
  context: Context,
  given: { feed: Feed; file_name: string; dry_run: boolean; actor: Actor },
  body: Readable,
): Promise<number> {
  await mkdir(spoolFolder(), { recursive: true, mode: 0o700 });
  const path = join(spoolFolder(), `${randomUUID()}.csv`);
  try {
    await pipeline(body, createWriteStream(path, { mode: 0o600 }));
    await checkHeader(given.feed, path);
    const { size } = await stat(path);
    const worker = await context.database.presence.name();
    return await openImport(context.database, context.clock, { ...given, spool_path: path, bytes_total: size, worker });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function checkHeader(feed: Feed, path: string): Promise<void> {
  const stream = createReadStream(path);
  try {
    for await (const block of readRecords(stream)) {
      const [head] = block;
      if (!head) continue;
      readHeader(feed, head.fields);
      return;
    }
    throw new Refusal('bad_header', { missing: [...feedColumns[feed]], unknown: [], doubled: [] });
  } finally {
    stream.destroy();
  }
}
