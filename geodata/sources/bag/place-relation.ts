import type { XmlHandler } from '../../formats/xml.ts';

/** Which municipality a woonplaats belongs to, and from when until when. */
export interface PlaceRelation {
  place: string;
  /** `GM0221`. */
  municipality: string;
  begin: string;
  /** Null: still. */
  end: string | null;
}

/** Reads GEM-WPL-RELATIE, which tells where municipalities lie: the BAG itself does not know them. */
export class PlaceRelationHandler implements XmlHandler<PlaceRelation> {
  #text = '';
  #holder: 'place' | 'municipality' | null = null;
  #draft: { place?: string; municipality?: string; begin?: string; end?: string } = {};

  open(name: string): void {
    this.#text = '';
    if (name === 'GemeenteWoonplaatsRelatie') this.#draft = {};
    if (name === 'gerelateerdeWoonplaats') this.#holder = 'place';
    if (name === 'gerelateerdeGemeente') this.#holder = 'municipality';
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): PlaceRelation | undefined {
    const text = this.#text.trim();
    this.#text = '';
    if (name === 'identificatie' && this.#holder !== null) this.#draft[this.#holder] = text;
    if (name === 'begindatumTijdvakGeldigheid') this.#draft.begin = text;
    if (name === 'einddatumTijdvakGeldigheid') this.#draft.end = text;
    if (name !== 'GemeenteWoonplaatsRelatie') return undefined;
    const { place, municipality, begin, end } = this.#draft;
    this.#holder = null;
    if (!place || !municipality || !begin) return undefined;
    return { place, municipality: `GM${municipality}`, begin, end: end ?? null };
  }
}
