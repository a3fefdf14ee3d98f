import { searchText } from '../../import/search-text.ts';
import { LIST_FIELD_TERMS, type ListField } from '../../vocabulary/list-column.ts';

/** A heading as it is compared: lower case, without accents and signs; m² as m2. */
export function headingText(heading: string): string {
  return searchText(heading.replaceAll('²', '2'))
    .replace(/m\^2|m 2\b/g, 'm2')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What a heading was taken for, and how well it fits: 0 is best; headings that are known as a whole stay below 100. */
export interface HeadingMatch {
  field: ListField;
  rank: number;
}

/** A word somewhere in a heading fits worse than any whole heading. */
const BY_WORD = 100;

/** The field that a folded heading names as a whole; undefined when none does. */
export function exactField(folded: string): HeadingMatch | undefined {
  for (const { field, headings } of LIST_FIELD_TERMS) {
    const rank = headings.indexOf(folded);
    if (rank >= 0) return { field, rank };
  }
  return undefined;
}

function fieldByWord(folded: string): HeadingMatch | undefined {
  const term = LIST_FIELD_TERMS.find(({ word }) => word?.test(folded));
  return term && { field: term.field, rank: BY_WORD };
}

/**
 * What a heading says of its column.
 * @param group of the heading that stands over several columns, empty without one
 */
export function fieldOfHeading(heading: string, group = ''): HeadingMatch | undefined {
  const [own, whole] = [headingText(heading), headingText(`${group} ${heading}`)];
  if (own === '') return undefined;
  return exactField(whole) ?? exactField(own) ?? fieldByWord(whole) ?? fieldByWord(own);
}
