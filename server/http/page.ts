/**
 * One page of a longer list, in order of a key. One more row than asked for is fetched: it says whether
 * there is a next page.
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  address: { url: string; key: (row: T) => string | number },
): { rows: T[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: page, next: null };
  const { pathname, searchParams } = new URL(address.url);
  searchParams.set('after', String(address.key(last)));
  return { rows: page, next: `${pathname}?${searchParams}` };
}
