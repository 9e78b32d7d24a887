import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Writes chunks as fast as the other side takes them, and stops making more when it has gone. The stream is left open:
 * its owner ends it. Answers whether everything was written.
 */
export async function writeChunks(chunks: AsyncGenerator<string>, stream: Writable): Promise<boolean> {
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  stream.once('close', stop);
  try {
    for await (const chunk of chunks) {
      if (gone.signal.aborted || stream.destroyed) return false;
      if (!stream.write(chunk)) await once(stream, 'drain', { signal: gone.signal });
    }
    return true;
  } catch (error) {
    if (gone.signal.aborted) return false;
    throw error;
  } finally {
    stream.off('close', stop);
  }
}
