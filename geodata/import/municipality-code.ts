import { ImportError } from './import-error.ts';

/** Refuses what is no code of a municipality; nothing given is fine. @throws ImportError `municipality-code` */
export function checkMunicipalityCode(code: string | undefined): void {
  if (code === undefined || /^GM\d{4}$/.test(code)) return;
  throw new ImportError({
    code: 'municipality-code',
    nl: `${code} is geen gemeentecode. Een code is GM met vier cijfers, zoals GM0503.`,
    en: `${code} is not a municipality's code. A code is GM and four digits, such as GM0503.`,
  });
}
