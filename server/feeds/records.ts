import Papa from 'papaparse';
import { Refusal } from '../refusal.ts';
import { utf8Decoder } from './utf8.ts';

/** One line of a file as its fields; `line` counts from 1, the header's. */
export interface FileRecord {
  line: number;
  fields: string[];
}

const LINE_LIMIT = 1_000_000;
const FIELD_LIMIT = 64_000;
const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;

/**
 * Reads a CSV stream record by record in little memory. Papaparse would read 200 MB after an unclosed quote to its end:
 * so whole records are cut out here first, with a limit on a line and a field, and papaparse parses block by block.
 * Ends with the Refusal `bad_csv` and the line's number (CONTRACT 1); what came before has been given out.
 */
export async function* readRecords(source: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord[]> {
  const decode = utf8Decoder();
  let rest = '';
  let line = 1;
  let scan = freshScan();
  for await (const bytes of source) {
    const { text, whole } = decode(bytes);
    rest += text;
    const end = scanBlock(rest, scan);
    if (end.cut > 0) {
      const { records, lines, failed } = parseBlock(rest.slice(0, end.cut), line);
      line += lines;
      rest = rest.slice(end.cut);
      scan = { ...freshScan(), position: 0 };
      yield records;
      if (failed) throw failed;
    }
    if (!whole) throw badCsv(line, 'it is not UTF-8');
    if (end.malformed) throw badCsv(line, 'a quoted field goes on after its closing quote');
    if (end.tooLong || rest.length > LINE_LIMIT) throw tooLong(line);
  }
  if (!decode(null).whole) throw badCsv(line, 'it is not UTF-8');
  const end = scanBlock(`${rest}\n`, freshScan());
  if (end.tooLong) throw tooLong(line);
  if (end.malformed) throw badCsv(line, 'a quoted field goes on after its closing quote');
  if (end.cut < rest.length) throw badCsv(line, 'a quote is not closed');
  if (rest.length > 0) {
    const { records, failed } = parseBlock(rest, line);
    yield records;
    if (failed) throw failed;
  }
}

function badCsv(line: number, why: string): Refusal {
  return new Refusal('bad_csv', { line }, `Line ${line}: ${why}.`);
}

function tooLong(line: number): Refusal {
  return badCsv(line, `a line over ${LINE_LIMIT} characters: is a quote unclosed?`);
}

interface Scan {
  position: number;
  quoted: boolean;
  fieldStart: boolean;
  cut: number;
  malformed: boolean;
  tooLong: boolean;
}

function freshScan(): Scan {
  return { position: 0, quoted: false, fieldStart: true, cut: 0, malformed: false, tooLong: false };
}

/** Finds the end of the last whole record (`cut`), going on where it stopped: a text is never scanned twice. */
function scanBlock(text: string, scan: Scan): Scan {
  if (!scan.quoted && text.indexOf('"', scan.position) < 0) {
    const last = text.lastIndexOf('\n');
    const long = text.length - scan.cut > LINE_LIMIT ? startOfLongLine(text, scan.cut) : null;
    scan.tooLong = long !== null;
    scan.cut = long ?? (last >= scan.position ? last + 1 : scan.cut);
    scan.fieldStart = true;
    // An unfinished tail is looked at again: its first characters may begin a quoted field's record.
    scan.position = scan.cut;
    return scan;
  }
  let index = scan.position;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (scan.quoted) {
      if (code !== QUOTE) continue;
      if (index + 1 >= text.length) break;
      const next = text.charCodeAt(index + 1);
      if (next === QUOTE) index++;
      else if (next === COMMA || next === NEWLINE || next === RETURN) scan.quoted = false;
      else {
        scan.malformed = true;
        break;
      }
    } else if (code === QUOTE && scan.fieldStart) {
      scan.quoted = true;
      scan.fieldStart = false;
    } else if (code === NEWLINE) {
      if (index - scan.cut > LINE_LIMIT) {
        scan.tooLong = true;
        break;
      }
      scan.cut = index + 1;
      scan.fieldStart = true;
    } else scan.fieldStart = code === COMMA;
  }
  scan.position = index;
  return scan;
}

function startOfLongLine(text: string, from: number): number | null {
  let start = from;
  for (let end = text.indexOf('\n', start); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
    if (end - start > LINE_LIMIT) return start;
  }
  return null;
}

function parseBlock(block: string, firstLine: number): { records: FileRecord[]; lines: number; failed: Refusal | null } {
  const text = block.includes('\r') ? block.replaceAll('\r\n', '\n') : block;
  const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: false });
  const quoted = text.includes('"');
  const records: FileRecord[] = [];
  let line = firstLine;
  for (const fields of parsed.data) {
    if (fields.some((field) => field.length > FIELD_LIMIT)) {
      return { records, lines: line - firstLine, failed: badCsv(line, `a field over ${FIELD_LIMIT} characters`) };
    }
    if (fields.length > 1 || fields[0] !== '') records.push({ line, fields });
    line += 1 + (quoted ? newlinesIn(fields) : 0);
  }
  // Papaparse gives an empty row for the end after the last newline.
  return { records, lines: text.endsWith('\n') ? line - firstLine - 1 : line - firstLine, failed: null };
}

function newlinesIn(fields: string[]): number {
  let count = 0;
  for (const field of fields) for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++;
  return count;
}
