import { zipBytes as archive } from '../../geodata/formats/zip-write.ts';

/** Bytes of a zip of files by their names. */
export function zipBytes(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  return Buffer.from(archive(Object.entries(files).map(([name, content]) => ({ name, content }))));
}
