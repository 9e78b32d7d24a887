/** The reader of CSV files against a naive one that goes character by character. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecords, type FileRecord } from '../../server/feeds/records.ts';
import { Refusal } from '../../server/refusal.ts';

const encoder = new TextEncoder();

/** The bytes in pieces of the given sizes, over and over. */
async function* pieces(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(bytes: Uint8Array | string, sizes: number[] = [65_536]): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  const source = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
  for await (const block of readRecords(pieces(source, sizes))) records.push(...block);
  return records;
}

/** What was read before it failed, and how it failed. */
async function readUntilFailure(bytes: Uint8Array | string, sizes?: number[]): Promise<{ records: FileRecord[]; code: string; line: unknown }> {
  const records: FileRecord[] = [];
  const source = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
  try {
    for await (const block of readRecords(pieces(source, sizes ?? [65_536]))) records.push(...block);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { records, code: error.code, line: error.details['line'] };
  }
  return { records, code: 'none', line: null };
}

/** RFC 4180, one character after the other; blank lines are no records, a line end inside quotes is LF. */
function naively(text: string): FileRecord[] {
  const records: FileRecord[] = [];
  let [line, begun, quoted, field] = [1, 1, false, ''];
  let fields: string[] = [];
  const end = (): void => {
    fields.push(field);
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begun, fields });
    [fields, field] = [[], ''];
  };
  for (let at = 0; at < text.length; at++) {
    const [here, next] = [text[at] as string, text[at + 1]];
    const newline = here === '\n' || (here === '\r' && next === '\n');
    if (newline && here === '\r') at++;
    if (newline) line++;
    if (quoted && newline) field += '\n';
    else if (quoted && here === '"' && next === '"') [field, at] = [`${field}"`, at + 1];
    else if (quoted && here === '"') quoted = false;
    else if (quoted) field += here;
    else if (newline) [begun] = [line, end()];
    else if (here === '"' && field === '') quoted = true;
    else if (here === ',') [field] = ['', fields.push(field)];
    else field += here;
  }
  if (fields.length > 0 || field !== '') end();
  return records;
}

const letters = fc.constantFrom('a', 'B', '7', ' ', ',', '"', '\n', '\r\n', '\r', 'é', 'س', '😀', "'", '=', '\t', '\\', '\0');
const field = fc.array(letters, { maxLength: 6 }).map((list) => list.join(''));
const line = fc.record({
  fields: fc.array(fc.record({ text: field, alwaysQuoted: fc.boolean() }), { minLength: 2, maxLength: 5 }),
  end: fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n'),
});
const file = fc.record({ lines: fc.array(line, { maxLength: 12 }), endless: fc.boolean(), bom: fc.boolean() });

function written({ lines, endless, bom }: typeof file extends fc.Arbitrary<infer T> ? T : never): string {
  const texts = lines.map(({ fields, end }, index) => {
    const cells = fields.map(({ text, alwaysQuoted }) => (alwaysQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
    return cells.join(',') + (endless && index === lines.length - 1 ? '' : end);
  });
  return (bom ? '\uFEFF' : '') + texts.join('');
}

describe('reading records', () => {
  test('gives what the naive reader gives, with its line numbers, in whatever pieces the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), async (plan, sizes) => {
        const text = written(plan);
        expect(await read(text, sizes)).toEqual(naively(text.replace(/^\uFEFF/, '')));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a broken file fails in the same line in whatever pieces the bytes come, and gives whole records before', async () => {
    const broken = fc.array(fc.constantFrom('a', ',', '"', '\n', '""', '\r\n'), { maxLength: 30 }).map((list) => list.join(''));
    await fc.assert(
      fc.asyncProperty(broken, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), async (text, sizes) => {
        const [whole, cut] = [await readUntilFailure(text), await readUntilFailure(text, sizes)];
        expect(cut).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  test('line numbers go on behind quoted line ends', async () => {
    const text = 'a,b\n"1\n2\r\n3",x\ny,z\n\n"""\n""",w\nlast,one';
    expect((await read(text)).map((record) => record.line)).toEqual([1, 2, 5, 7, 9]);
  });

  test('an empty file, a lone BOM and blank lines hold nothing', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\uFEFF')).toEqual([]);
    expect(await read('\n\r\n\n')).toEqual([]);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['an unclosed quote at the end', 'a,b\nc,d\n"e,f\ng,h\n', 3],
    ['a quoted field that goes on', 'a,b\nc,d\n"e"f,g\nh,i\n', 3],
    ['a field too long', `a,b\nc,d\n${'x'.repeat(64_001)},f\n`, 3],
    ['a quoted field too long', `a,b\nc,d\n"${'x\n'.repeat(32_001)}",f\n`, 3],
    ['a line too long', `a,b\nc,d\n${'x,'.repeat(600_000)}`, 3],
  ])('%s', async (_what, text, line) => {
    const { records, code, line: told } = await readUntilFailure(text);
    expect([code, told, records.map((record) => record.line)]).toEqual(['bad_csv', line, [1, 2]]);
  });

  test.each([['whole', [5_000_000]], ['as a file is read', [65_536]], ['in odd pieces', [7_919]]])('the longest line is read and one longer is not, %s', async (_how, sizes) => {
    const cells = (length: number): string => 'x,'.repeat(length / 2);
    for (const end of ['\n', '']) {
      expect((await readUntilFailure(`a,b\n${cells(1_000_000)}${end}`, sizes)).code).toBe('none');
      const { records, code, line: told } = await readUntilFailure(`a,b\n${cells(1_000_002)}${end}`, sizes);
      expect([code, told, records.length]).toEqual(['bad_csv', 2, 1]);
      const quoted = await readUntilFailure(`a,b\n"","x"\n${'"",'.repeat(333_334)}${end}`, sizes);
      expect([quoted.code, quoted.line, quoted.records.length]).toEqual(['bad_csv', 3, 2]);
    }
  });

  test('a field of 64 kB is read', async () => {
    expect((await read(`a,b\n${'x'.repeat(64_000)},f\n`))[1]?.fields[0]?.length).toBe(64_000);
  });

  test.each([['whole', [65_536]], ['byte by byte', [1]], ['in pieces of 7', [7]]])('Latin-1, %s: the line with the first bad byte', async (_how, sizes) => {
    const bytes = Uint8Array.from([...'a,b\nc,d\nM', 0xfc, ...'ller,e\nf,g\n'].map((one) => (typeof one === 'string' ? one.charCodeAt(0) : one)));
    const { records, code, line: told } = await readUntilFailure(bytes, sizes);
    expect([code, told, records.map((record) => record.line)]).toEqual(['bad_csv', 3, [1, 2]]);
  });

  test('UTF-16 with its mark is refused at once', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...'a,b\nc,d\n'].flatMap((one) => [one.charCodeAt(0), 0])]);
    expect(await readUntilFailure(bytes)).toEqual({ records: [], code: 'bad_csv', line: 1 });
  });

  test('a character cut off at the end', async () => {
    const { code, line: told } = await readUntilFailure(Uint8Array.from([...encoder.encode('a,b\nc,d\n'), 0xc3]));
    expect([code, told]).toEqual(['bad_csv', 3]);
  });

  test('an unclosed quote ends early, however much follows', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield encoder.encode('a,b\nc,d\n"e,f\n');
      for (const block = encoder.encode('1,2\n'.repeat(16_384)); ; given += block.length) yield block;
    }
    const reading = (async () => {
      for await (const _block of readRecords(endless())) continue;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'bad_csv', details: { line: 3 } });
    expect(given).toBeLessThan(2_000_000);
  });
});
