import { open } from 'node:fs/promises';
import type { Source } from 'pmtiles';

/** An archive of tiles in a file, for the independent reader of the format. */
export function archiveFile(path: string): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const file = await open(path);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        return { data: new Uint8Array(buffer.subarray(0, bytesRead)).buffer };
      } finally {
        await file.close();
      }
    },
  };
}
