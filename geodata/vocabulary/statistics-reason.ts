import { leftOut, reason } from './reason.ts';
import { SHAPE_REASONS } from './shape-reason.ts';

/** Every reason that an import of statistics can give: regions, squares and the vacancy monitor. */
export const STATISTICS_REASONS = [
  ...SHAPE_REASONS,
  reason('code-unreadable', 'Er staat geen leesbare code bij.', 'There is no code that can be read.'),
  reason(
    'duplicate-code',
    'Deze code staat al eerder in het bestand; de eerste telt.',
    'This code stands earlier in the file; the first one counts.',
  ),
  reason('date-unreadable', 'De peildatum is niet te lezen.', 'The reference date cannot be read.'),
  reason(
    'figure-impossible',
    'Er staat een getal bij dat niet kan: negatief, of leeg meer dan het totaal.',
    'A figure is impossible: negative, or more vacant than there is.',
  ),
  reason(
    'method-unclear',
    'Over 2020 is volgens twee methoden gepubliceerd; het bestand zegt niet welke dit is.',
    'For 2020 figures were published by two methods; the file does not say which this is.',
  ),
  reason(
    'method-contradicts-year',
    'De methode past niet bij het jaar: IIS-WOZ tot en met 2020, LV-WOZ vanaf 2020.',
    'The method does not fit the year: IIS-WOZ until 2020, LV-WOZ from 2020.',
  ),
  leftOut(
    'other-municipality',
    'Van een andere gemeente dan de gekozen.',
    'Of another municipality than the chosen one.',
  ),
  leftOut('water', 'Water; alleen land telt.', 'Water; only land counts.'),
  leftOut('abroad', 'Gebied in het buitenland.', 'A place abroad.'),
] as const;

/** Code of a reason, as stored with a row that was not loaded. */
export type StatisticsReasonCode = (typeof STATISTICS_REASONS)[number]['code'];
