const NEWLINE = 10;

/**
 * Bytes to text, block by block; null tells the end. Where a block is not UTF-8, `whole` is false, and `text` holds its lines
 * before the bad one: they are kept, and the line that is named is the bad one.
 */
export function utf8Decoder(): (bytes: Uint8Array | null) => { text: string; whole: boolean } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held: Uint8Array = new Uint8Array();
  return (bytes) => {
    const block = joined(held, bytes ?? new Uint8Array());
    try {
      const text = decoder.decode(bytes ?? undefined, { stream: bytes !== null });
      held = cutCharacter(block);
      return { text, whole: true };
    } catch {
      return { text: goodLines(block), whole: false };
    }
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The bytes of a character that the end of the block cuts in two. */
function cutCharacter(block: Uint8Array): Uint8Array {
  for (let at = block.length - 1; at >= Math.max(0, block.length - 3); at--) {
    const byte = block[at] as number;
    if (byte >= 0x80 && byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return block.length - at < length ? block.slice(at) : new Uint8Array();
  }
  return new Uint8Array();
}

function goodLines(block: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let from = 0, end = block.indexOf(NEWLINE); end >= 0; from = end + 1, end = block.indexOf(NEWLINE, from)) {
    try {
      text += strict.decode(block.subarray(from, end + 1));
    } catch {
      return text;
    }
  }
  return text;
}
