import type { Language } from '../text/language.ts';

/** The number that a text means in a language (Dutch 1.204,5; English 1,204.5); undefined where it means none. */
export function readNumber(text: string, language: Language): number | undefined {
  const compact = text.replace(/[\s\u00a0€%]/g, '').replace(/^[−–]/, '-');
  const [thousands, decimal] = language === 'nl' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`);
  // "0.4" typed by a Dutch planner is no thousand of anything: only whole groups of three are groups.
  const plain = grouped.test(compact)
    ? compact.replaceAll(thousands, '').replace(decimal, '.')
    : compact.replace(',', '.');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** A number as it stands in a field of a form: grouped, and with no more decimals than it has. */
export function writeNumber(value: number, language: Language): string {
  const tag = language === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 4 }).format(value).replace('-', '−');
}
