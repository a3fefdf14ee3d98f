import type { Database, Session } from '../../geodata/database/database.ts';
import { WALKED_AREA_KINDS } from '../../geodata/vocabulary/area-kind.ts';
import { type Embed, EmbedDocument } from '../contract/embed.ts';
import { areaById } from '../queries/area.ts';
import { embedById } from '../queries/embed.ts';
import { municipalityRevision } from '../queries/municipality.ts';
import { publishedVersion } from '../queries/scenario-version.ts';

/** What an address `/e/{id}` stands for. */
export interface KnownEmbed {
  document: EmbedDocument;
  /** Of a stored embed; 0 where the id is that of a place or a scenario, which have plain settings. */
  number: number;
  withdrawn: Embed['withdrawn'];
}

/**
 * What stands behind `/e/`: an id, and for what is not stored (a place, a scenario) also one version and the language.
 * A stored embed says both itself.
 */
export interface EmbedAddress {
  id: string;
  version: number | null;
  language: 'nl' | 'en' | null;
}

const ADDRESS = /^(?<id>[\w.:-]{1,80})(?:\/versions\/(?<version>[1-9]\d{0,4}))?(?:\/(?<language>en))?$/;

/** Reads what stands behind `/e/`; undefined where it is no address of ours. */
export function readEmbedAddress(path: string): EmbedAddress | undefined {
  const groups = ADDRESS.exec(path)?.groups;
  if (groups?.id === undefined) return undefined;
  const { id, version, language } = groups;
  return {
    id,
    version: version === undefined ? null : Number(version),
    language: language === 'en' ? 'en' : null,
  };
}

/** Writes what stands behind `/e/`. */
export const writeEmbedAddress = ({ id, version, language }: EmbedAddress): string =>
  `${id}${version === null ? '' : `/versions/${version}`}${language === 'en' ? '/en' : ''}`;

const plain = (document: unknown): KnownEmbed => ({
  document: EmbedDocument.parse(document),
  number: 0,
  withdrawn: null,
});

async function ofArea(session: Session, id: string): Promise<KnownEmbed | undefined> {
  const area = await areaById(session, id);
  if (area === undefined) return undefined;
  const reading = WALKED_AREA_KINDS.includes(area.kind) ? 'streets' : 'percentage';
  return plain({ show: 'vacancy-map', municipality: area.municipality, area: id, reading });
}

async function ofScenario(session: Session, id: string): Promise<KnownEmbed | undefined> {
  const version = await publishedVersion(session, id);
  return version && plain({ show: 'scenario', municipality: version.scenario.municipality, scenario: id });
}

async function plainEmbed(database: Database, id: string): Promise<KnownEmbed | undefined> {
  const session = database.as('visitor');
  if (/^GM\d{4}$/.test(id))
    return (await municipalityRevision(session, id)) === undefined
      ? undefined
      : plain({ show: 'vacancy-map', municipality: id });
  return (await ofArea(session, id)) ?? (await ofScenario(session, id));
}

/** What an address stands for: a stored embed, else an area, a scenario or a municipality; undefined when none of them. */
export async function knownEmbed(database: Database, address: EmbedAddress): Promise<KnownEmbed | undefined> {
  const stored = await embedById(database.as('visitor'), address.id);
  if (stored) {
    const { document, number, withdrawn } = stored;
    return { document: EmbedDocument.parse(document), number, withdrawn };
  }
  const known = await plainEmbed(database, address.id);
  if (known === undefined) return undefined;
  const document = { ...known.document, language: address.language ?? known.document.language };
  if (document.show !== 'scenario') return address.version === null ? { ...known, document } : undefined;
  return { ...known, document: { ...document, version: address.version } };
}
