/** A label as it is searched: lower case, without accents, single spaces. */
export function searchText(label: string): string {
  return label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
