/** A street or an area that readers can find. */
export interface Place {
  name: string;
  kind: 'area' | 'street';
  /** Id of what is on the map and in the table; null where neither has it. */
  id: string | null;
  /** Degrees (CRS84): west, south, east, north. */
  bbox: readonly [number, number, number, number];
}

/** The places of a municipality at one revision. @throws Error when they do not come */
export async function getPlaces(address: string): Promise<readonly Place[]> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return ((await response.json()) as { places: Place[] }).places;
}
