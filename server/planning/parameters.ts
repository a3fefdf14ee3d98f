import type { ParameterTerm } from './measure.ts';

/**
 * Parameters that several measures share, with their defaults. Values and sources: the domain brief's table of default
 * parameters. Without a confirmed public source a value is an example: `source` is null, and a scenario that uses it
 * cannot be published before the planner says where the number comes from.
 */
const EXAMPLE = { source: null, priceLevel: null } as const;

/** Share of shop premises that can be converted at all. */
export const SUITABLE_SHOPS: ParameterTerm = {
  id: 'suitable',
  words: { nl: 'deel van de panden dat geschikt is', en: 'share of premises that is suitable' },
  meaning: {
    nl: 'Niet elk pand kan verbouwd worden. Van de panden op deze plek doet dit deel mee, te beginnen met wat het langst leeg staat.',
    en: 'Not all premises can be converted. This share of those in the place takes part, beginning with what has been vacant longest.',
  },
  unit: 'share',
  bounds: [0, 1],
  low: 0.2,
  mid: 0.4,
  high: 0.5,
  source: {
    nl: 'Colliers: 40 % van de winkelpanden in 70 centra fysiek geschikt',
    en: 'Colliers: 40 % of shop premises in 70 centres physically suitable',
  },
  priceLevel: null,
  effect: 'more',
  optional: false,
};

/** Share of vacant offices that can be converted. */
export const SUITABLE_OFFICES: ParameterTerm = {
  ...SUITABLE_SHOPS,
  low: 0.2,
  mid: 0.33,
  high: 0.4,
  source: {
    nl: 'Deloitte: ongeveer een derde van 8,7 miljoen m² lege kantoren',
    en: 'Deloitte: about a third of 8.7 million m² of vacant offices',
  },
};

/** Share of a shop's floor area that becomes home. */
export const USABLE_SHOP: ParameterTerm = {
  id: 'usable',
  words: { nl: 'deel van de vloer dat woning wordt', en: 'share of the floor that becomes home' },
  meaning: {
    nl: 'De rest wordt gang, trap of berging. Er verdwijnt geen vloeroppervlakte.',
    en: 'The rest becomes corridor, stairs or storage. No floor area disappears.',
  },
  unit: 'share',
  bounds: [0.05, 1],
  low: 0.7,
  mid: 0.85,
  high: 0.95,
  ...EXAMPLE,
  effect: 'more',
  optional: false,
};

/**
 * The same of an office: usable area after conversion per gross area (0.60, 0.70, 0.78) over that of the office
 * (0.93, 0.90, 0.85).
 */
export const USABLE_OFFICE: ParameterTerm = { ...USABLE_SHOP, low: 0.65, mid: 0.78, high: 0.92 };

/** Floor area of a home in a converted building. */
export const HOME_SIZE: ParameterTerm = {
  id: 'home-size',
  words: { nl: 'vloeroppervlakte per woning', en: 'floor area per home' },
  meaning: {
    nl: 'Gebruiksoppervlakte van een woning na verbouwing. Hoe kleiner, hoe meer woningen.',
    en: 'Usable floor area of a home after conversion. The smaller, the more homes.',
  },
  unit: 'square-metres-per-home',
  bounds: [15, 300],
  low: 35,
  mid: 55,
  high: 85,
  source: {
    nl: 'CBS 2019: 45 % van de transformatiewoningen 15–50 m², 28 % 50–75 m²',
    en: 'CBS 2019: 45 % of transformation homes 15–50 m², 28 % 50–75 m²',
  },
  priceLevel: null,
  effect: 'less',
  optional: false,
};

/** Persons in a home that a conversion made. */
export const PERSONS: ParameterTerm = {
  id: 'persons',
  words: { nl: 'personen per woning', en: 'persons per home' },
  meaning: {
    nl: 'Gemiddeld aantal bewoners van zo’n woning.',
    en: 'Average number of residents of such a home.',
  },
  unit: 'persons-per-home',
  bounds: [0.5, 6],
  low: 1.2,
  mid: 1.5,
  high: 1.9,
  ...EXAMPLE,
  effect: 'rate',
  optional: true,
};

/** Euros, as an example of the year 2025: searched for and not confirmed, so never filled in by us. */
export function cost(
  id: string,
  unit: ParameterTerm['unit'],
  [low, mid, high]: readonly [number, number, number],
  nl: string,
  en: string,
): ParameterTerm {
  return {
    id,
    words: { nl, en },
    meaning: {
      nl: 'Exclusief btw. Voorbeeld: vul een eigen raming in, met bron en prijspeil.',
      en: 'Without VAT. An example: fill in an estimate of your own, with source and price level.',
    },
    unit,
    bounds: [0, 10_000_000],
    low,
    mid,
    high,
    source: null,
    priceLevel: '2025',
    effect: 'rate',
    optional: true,
  };
}

/** Value of one home afterwards; there is no example, because it differs too much by place. */
export const HOME_VALUE: ParameterTerm = cost(
  'home-value',
  'euro-per-home',
  [150_000, 220_000, 320_000],
  'waarde per woning na afloop',
  'value per home afterwards',
);

/** Share of those who lose their premises to a measure, or would have come there, who stay in the area. */
export const STAYING: ParameterTerm = {
  id: 'staying',
  words: { nl: 'gebruikers die in het gebied blijven', en: 'users who stay in the area' },
  meaning: {
    nl: 'Wie in een verbouwd pand zat of er anders in was getrokken, zoekt een ander pand. Dit deel vindt dat in het gebied en vult daar leegstand; de rest gaat ergens anders heen.',
    en: 'Who used premises that are converted, or would have moved in, looks for others. This share finds them in the area and fills vacancy there; the rest goes elsewhere.',
  },
  unit: 'share',
  bounds: [0, 1],
  low: 0.25,
  mid: 0.5,
  high: 0.75,
  ...EXAMPLE,
  effect: 'more',
  optional: true,
};
