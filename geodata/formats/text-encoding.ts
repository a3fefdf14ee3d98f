import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Encodings that lists come in: what spreadsheets of the last thirty years write. */
export const TEXT_ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** How the characters of a file are written. */
export interface FoundEncoding {
  encoding: TextEncoding;
  /** It begins with a byte order mark. */
  mark: boolean;
}

/** Bytes from which a file without a mark is judged to be text, or UTF-16. */
const HEAD = 64 * 1024;

/** Characters of Windows-1252 at 0x80 to 0x9f, where ISO 8859-1 has none; the five that are not given stay as they are. */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function fromWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\x80-\x9f]/g, character => UPPER[character.charCodeAt(0) - 0x80]!);
}

function toWindows(text: string): Buffer {
  const codes = Array.from(text, character => {
    const upper = UPPER.indexOf(character);
    if (upper >= 0) return 0x80 + upper;
    const code = character.codePointAt(0)!;
    return code < 0x100 ? code : 0x3f; // what it cannot write becomes a question mark
  });
  return Buffer.from(codes);
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-16 by its mark; without one, Latin text has a zero in every other byte. */
function utf16Of(head: Buffer): FoundEncoding | undefined {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: true };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: true };
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const many = head.length * 0.3;
  if (zeros[1]! > many && zeros[0] === 0) return { encoding: 'utf-16le', mark: false };
  if (zeros[0]! > many && zeros[1] === 0) return { encoding: 'utf-16be', mark: false };
  return undefined;
}

/** Whether every byte of a file fits UTF-8; reads it from front to back, in pieces. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of createReadStream(path)) decoder.decode(part as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * How a text file is encoded: by its mark, else UTF-8 where all of it is, else Windows-1252.
 * @returns undefined when it is no text at all
 */
export async function findEncoding(path: string): Promise<FoundEncoding | undefined> {
  const head = await readHead(path);
  if (head.length === 0) return undefined;
  const wide = utf16Of(head);
  if (wide) return wide;
  if (head.includes(0)) return undefined;
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return (await isUtf8(path)) ? { encoding: 'utf-8', mark } : { encoding: 'windows-1252', mark: false };
}

/** The text of a file in pieces, without its byte order mark. What cannot be read becomes U+FFFD. */
export async function* decodeFile(path: string, { encoding }: FoundEncoding): AsyncGenerator<string> {
  const decoder = encoding === 'windows-1252' ? undefined : new TextDecoder(encoding);
  for await (const part of createReadStream(path))
    yield decoder ? decoder.decode(part as Buffer, { stream: true }) : fromWindows(part as Buffer);
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

/** Text as bytes in an encoding; a character that it does not have becomes `?`. */
export function encodeText(text: string, { encoding, mark }: FoundEncoding): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  if (encoding === 'windows-1252') return toWindows(text);
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
