import { getAllowedSites, putAllowedSites } from '../api/embed.ts';
import { Kept } from './kept.ts';

/** The sites that may show maps of a municipality. */
export class EmbedSites extends Kept<readonly [municipality: string], readonly string[]> {
  constructor() {
    super(async ([municipality], signal) => (await getAllowedSites(municipality, signal)).sites);
  }

  /** Puts a site on the list. @throws ApiError */
  allow(municipality: string, site: string): Promise<void> {
    return this.#change(municipality, sites => [...sites.filter(known => known !== site), site]);
  }

  /** Takes a site off the list. @throws ApiError */
  remove(municipality: string, site: string): Promise<void> {
    return this.#change(municipality, sites => sites.filter(known => known !== site));
  }

  /** The list is replaced as a whole, so the change is made to what it is now: somebody else may have changed it. */
  async #change(municipality: string, change: (sites: readonly string[]) => string[]): Promise<void> {
    const { sites } = await getAllowedSites(municipality);
    this.put((await putAllowedSites(municipality, change(sites))).sites);
  }
}
