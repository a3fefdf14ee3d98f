/** What is written around a number of square metres: `ca. 120 m2`, `± 85 m²`, `€`. */
const AROUND =
  /^(?:ca\.?|circa|ongeveer|plm\.?|±|\+\/-|~|€)?\s*([-+]?[\d.,\s'’]*\d)\s*(?:m2|m²|m\^2|vierkante meter|,-)?\.?$/i;

/**
 * A number as Dutch lists write it: decimal comma, dots, spaces or apostrophes between thousands; a dot that cannot be
 * between thousands is a decimal point.
 * @returns undefined for what is no number, and for what can be read in two ways (`1,250`: is it 1.25 or 1250?)
 */
export function parseDutchNumber(text: string): number | undefined {
  const digits = AROUND.exec(text.trim())?.[1]?.replace(/[\s'’]/g, '');
  if (digits === undefined) return undefined;
  if (/^[-+]?\d+$/.test(digits)) return Number(digits);
  if (/^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  if (/^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(digits) || /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(digits))
    return Number(digits.replaceAll(',', ''));
  if (/^[-+]?[1-9]\d{0,2},\d{3}$/.test(digits)) return undefined;
  if (/^[-+]?\d+,\d+$/.test(digits)) return Number(digits.replace(',', '.'));
  return /^[-+]?\d+\.\d+$/.test(digits) ? Number(digits) : undefined;
}
