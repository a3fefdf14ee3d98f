import { ImportError } from '../../import/import-error.ts';

const FAULTS = {
  'file-missing': [
    'Het bestand is er niet of mag niet worden gelezen.',
    'The file does not exist or may not be read.',
  ],
  'file-empty': ['Het bestand is leeg.', 'The file is empty.'],
  'file-foreign': [
    'Dit is geen OpenStreetMap-uittreksel (.osm.pbf of .osm).',
    'This is not an OpenStreetMap extract (.osm.pbf or .osm).',
  ],
  'file-compressed': [
    'Het bestand is ingepakt. Pak het eerst uit tot .osm, of gebruik .osm.pbf.',
    'The file is compressed. Unpack it to .osm first, or use .osm.pbf.',
  ],
  'file-truncated': [
    'Het bestand is niet compleet: het houdt halverwege op. Download het opnieuw.',
    'The file is incomplete: it ends halfway. Download it again.',
  ],
  'file-damaged': [
    'Het bestand is beschadigd. Download het opnieuw.',
    'The file is damaged. Download it again.',
  ],
  'file-unsupported': [
    'Dit soort OpenStreetMap-bestand kan niet worden gelezen (andere compressie of een geschiedenisbestand).',
    'This kind of OpenStreetMap file cannot be read (another compression, or a history file).',
  ],
  'file-already-loaded': [
    'Alles in dit bestand hoort al bij een andere gemeente of bron, die eerst zou moeten worden verwijderd.',
    'Everything in this file belongs to another municipality or source, which would have to be removed first.',
  ],
  'file-without-objects': [
    'Er staan geen bruikbare panden of adressen in het bestand.',
    'There are no usable buildings or addresses in the file.',
  ],
} as const;

/** What can be wrong with a file as such. */
export type FileFault = keyof typeof FAULTS;

/** The fault as an error; `detail` (English, technical) goes to the cause only. */
export function fileFault(code: FileFault, detail?: unknown): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError(
    { code, nl, en },
    { cause: detail instanceof Error ? detail : new Error(`${detail}`) },
  );
}
