import type { XmlHandler } from '../../formats/xml.ts';
import type { Placed } from './field.ts';
import { GmlReader } from './gml.ts';

/** Element names of the objects of the BAG. */
const OBJECTS = new Set([
  'Pand',
  'Verblijfsobject',
  'Ligplaats',
  'Standplaats',
  'Nummeraanduiding',
  'OpenbareRuimte',
  'Woonplaats',
]);

/** Where references stand, by the element that holds them. */
const HOLDERS = {
  heeftAlsHoofdadres: 'main',
  heeftAlsNevenadres: 'secondary',
  maaktDeelUitVan: 'buildings',
  ligtAan: 'street',
  ligtIn: 'place',
} as const;

/** One voorkomen of an object, as it stands in the XML. */
export interface ExtractObject {
  type: string;
  /** Text of single elements by their local name: identificatie, status, huisnummer, beginGeldigheid ... */
  text: Readonly<Record<string, string>>;
  purposes: readonly string[];
  references: Readonly<Record<(typeof HOLDERS)[keyof typeof HOLDERS], string[]>>;
  geometry: Placed | null;
  /** The geometry names another reference system than RD. */
  foreign: boolean;
}

/** What the head of a file says of the delivery. */
export interface ExtractHead {
  /** StandTechnischeDatum, ISO; null when not said. */
  date: string | null;
  /** Municipalities that the delivery is of, with names where given; empty for the whole country. */
  municipalities: { code: string; name: string | null }[];
}

interface Draft {
  type: string;
  text: Record<string, string>;
  purposes: string[];
  references: ExtractObject['references'];
  gml: GmlReader;
}

/** Makes objects of an LVC file; what is said before them stays in `head`. */
export class ExtractHandler implements XmlHandler<ExtractObject> {
  readonly head: ExtractHead = { date: null, municipalities: [] };
  #draft: Draft | null = null;
  #holder: (typeof HOLDERS)[keyof typeof HOLDERS] | null = null;
  #inGeometry = 0;
  #text = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#text = '';
    if (this.#draft === null) {
      if (OBJECTS.has(name)) this.#draft = newDraft(name);
      return;
    }
    if (name === 'geometrie') this.#inGeometry = 1;
    else if (this.#inGeometry > 0) this.#draft.gml.open(name, attributes);
    if (Object.hasOwn(HOLDERS, name)) this.#holder = HOLDERS[name as keyof typeof HOLDERS];
  }

  text(text: string): void {
    if (this.#inGeometry > 0) this.#draft!.gml.text(text);
    else this.#text += text;
  }

  close(name: string): ExtractObject | undefined {
    const text = this.#text.trim();
    this.#text = '';
    if (this.#draft === null) return this.#closeHead(name, text);
    if (name === this.#draft.type) return this.#complete(this.#draft);
    if (name === 'geometrie') this.#inGeometry = 0;
    else if (this.#inGeometry > 0) this.#draft.gml.close(name);
    else if (Object.hasOwn(HOLDERS, name)) this.#holder = null;
    else if (text !== '') this.#take(this.#draft, name, text);
    return undefined;
  }

  #take({ purposes, references, text }: Draft, name: string, value: string): void {
    if (name.endsWith('Ref') && this.#holder !== null) references[this.#holder].push(value);
    else if (name === 'gebruiksdoel') purposes.push(value);
    // The first of a name is the object's own: what comes deeper (a name in short) does not replace it.
    else text[name] ??= value;
  }

  #complete({ gml, ...draft }: Draft): ExtractObject {
    this.#draft = null;
    this.#holder = null;
    this.#inGeometry = 0;
    return { ...draft, geometry: gml.geometry(), foreign: gml.foreign };
  }

  #closeHead(name: string, text: string): undefined {
    if (name === 'StandTechnischeDatum' && /^\d{4}-\d\d-\d\d$/.test(text)) this.head.date ??= text;
    if (name === 'GemeenteIdentificatie' && /^\d{4}$/.test(text))
      this.head.municipalities.push({ code: `GM${text}`, name: null });
    const last = this.head.municipalities.at(-1);
    if (name === 'GemeenteNaam' && last !== undefined) last.name = text;
  }
}

function newDraft(type: string): Draft {
  const references = { main: [], secondary: [], buildings: [], street: [], place: [] };
  return { type, text: {}, purposes: [], references, gml: new GmlReader() };
}

/** Number of the voorkomen. */
export const occurrenceOf = ({ text }: ExtractObject): number => Number(text.voorkomenidentificatie ?? 0);

/**
 * Whether a voorkomen holds on a date: it has begun, it has not ended, and nobody has declared it void. A day on which one
 * ends and the next begins belongs to the next.
 * @param date ISO
 */
export function holdsOn({ text }: ExtractObject, date: string): boolean {
  const day = (value: string | undefined) => value?.slice(0, 10);
  const [begin, end] = [day(text.beginGeldigheid), day(text.eindGeldigheid)];
  const isVoid = ['tijdstipInactief', 'tijdstipInactiefLV', 'tijdstipNietBagLV'].some(name => text[name]);
  return begin !== undefined && begin <= date && (end === undefined || end > date) && !isVoid;
}
