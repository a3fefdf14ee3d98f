import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile as YauzlFile } from 'yauzl';
import { ImportError } from '../import/import-error.ts';

/** What an archive may be at most; a delivery of a register stays far below. */
export interface ZipLimits {
  entries: number;
  /** Bytes that come out for each byte that is stored. */
  ratio: number;
  /** Bytes that come out of the whole archive. */
  bytes: number;
}

/** What is taken where nobody says otherwise: more than any delivery of a register that is known. */
export const ZIP_LIMITS: ZipLimits = { entries: 1_000, ratio: 100, bytes: 40e9 };

/** Small archives inflate well without any harm, so the ratio is looked at beyond this only. */
const HARMLESS = 10e6;

const FAULTS = {
  'zip-damaged': [
    'Het zip-bestand is beschadigd of niet compleet. Download of maak het opnieuw.',
    'The zip file is damaged or incomplete. Download or make it again.',
  ],
  'zip-encrypted': [
    'Het zip-bestand is met een wachtwoord beveiligd. Lever het zonder wachtwoord aan.',
    'The zip file is protected by a password. Provide it without a password.',
  ],
  'zip-too-large': [
    'Het zip-bestand pakt uit tot veel meer dan een levering kan zijn en is daarom geweigerd.',
    'The zip file unpacks to far more than a delivery can be, and was therefore refused.',
  ],
  'zip-too-many': [
    'Er zitten meer dan 1.000 bestanden in het zip-bestand; dat is geen levering die Kernkaart kent.',
    'The zip file holds more than 1,000 files; that is no delivery that Kernkaart knows.',
  ],
} as const;

function zipFault(code: keyof typeof FAULTS, cause?: unknown): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en }, cause === undefined ? undefined : { cause });
}

/** What lies in an archive. */
export interface ZipEntry {
  /** Path within the archive, with `/`; yauzl refuses those that lead out of it. */
  name: string;
  /** Bytes as the archive says them; what comes out is counted anyway. */
  bytes: number;
}

/** An archive that is open: entries are read one at a time, each as a stream. */
export class ZipFile {
  readonly entries: readonly ZipEntry[];
  readonly #file: YauzlFile;
  readonly #found: ReadonlyMap<string, Entry>;
  readonly #limits: ZipLimits;
  #inflated = 0;

  constructor(file: YauzlFile, found: ReadonlyMap<string, Entry>, limits: ZipLimits) {
    this.#file = file;
    this.#found = found;
    this.#limits = limits;
    this.entries = [...found].map(([name, { uncompressedSize }]) => ({ name, bytes: uncompressedSize }));
  }

  /**
   * What an entry holds, unpacked as it is read. Bytes are counted as they come out, whatever the archive says of them.
   * @throws ImportError (`zip-...`) when it is opened, or as the stream's error
   */
  async stream(name: string): Promise<Readable> {
    const entry = this.#found.get(name);
    if (entry === undefined) throw new Error(`No ${name} in the archive`);
    if (entry.isEncrypted()) throw zipFault('zip-encrypted');
    const source = await this.#file.openReadStreamPromise(entry).catch(cause => {
      throw zipFault('zip-damaged', cause);
    });
    const counted = this.#counter(entry);
    // A fault of the archive becomes one of ours; the reader sees it as the stream's error.
    source.on('error', cause => counted.destroy(zipFault('zip-damaged', cause)));
    counted.on('close', () => source.destroy());
    return source.pipe(counted);
  }

  /** A small entry at once. @throws ImportError when it is larger than `most` bytes */
  async read(name: string, most = 64e6): Promise<Buffer> {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of await this.stream(name)) {
      length += (part as Buffer).length;
      if (length > most) throw zipFault('zip-too-large');
      parts.push(part as Buffer);
    }
    return Buffer.concat(parts);
  }

  /** Unpacks an entry into a file. */
  async extract(name: string, path: string): Promise<void> {
    await pipeline(await this.stream(name), createWriteStream(path));
  }

  close(): void {
    this.#file.close();
  }

  #counter({ compressedSize }: Entry): Transform {
    const { ratio, bytes } = this.#limits;
    let out = 0;
    return new Transform({
      transform: (part: Buffer, _encoding, done) => {
        out += part.length;
        this.#inflated += part.length;
        const tooMuch = this.#inflated > bytes || (out > HARMLESS && out > compressedSize * ratio);
        done(tooMuch ? zipFault('zip-too-large') : null, part);
      },
    });
  }
}

/**
 * Opens an archive and reads its list.
 * @throws ImportError `zip-damaged`, `zip-too-many`; what an entry is guilty of shows when it is read
 */
export async function openZip(path: string, limits = ZIP_LIMITS): Promise<ZipFile> {
  const file = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(cause => {
    throw zipFault('zip-damaged', cause);
  });
  const found = new Map<string, Entry>();
  try {
    for await (const entry of file.eachEntry()) {
      if (found.size >= limits.entries) throw zipFault('zip-too-many');
      if (!entry.fileName.endsWith('/')) found.set(entry.fileName, entry);
    }
  } catch (cause) {
    file.close();
    throw cause instanceof ImportError ? cause : zipFault('zip-damaged', cause);
  }
  return new ZipFile(file, found, limits);
}
