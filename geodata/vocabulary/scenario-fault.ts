/**
 * What can be wrong with a scenario, or worth a thought, as sentences. A name in braces is filled with a value of the
 * fault. Errors keep a scenario from being published; warnings never hide a figure.
 */
const SENTENCES = {
  'title-missing': {
    nl: 'Geef het scenario een titel.',
    en: 'Give the scenario a title.',
  },
  'summary-missing': {
    nl: 'Schrijf een samenvatting van één alinea: wat stelt u voor en waarom?',
    en: 'Write a summary of one paragraph: what do you propose, and why?',
  },
  'no-measures': {
    nl: 'Er is nog geen maatregel. Voeg er minstens één toe.',
    en: 'There is no measure yet. Add at least one.',
  },
  'unknown-measure': {
    nl: 'Deze maatregel kent deze versie van Kernkaart niet. Hij doet niets.',
    en: 'This version of Kernkaart does not know this measure. It does nothing.',
  },
  'place-missing': {
    nl: 'Kies of teken waar deze maatregel geldt.',
    en: 'Choose or draw where this measure applies.',
  },
  'target-missing': {
    nl: 'Kies of teken ook de tweede plek.',
    en: 'Choose or draw the second place too.',
  },
  'place-kind': {
    nl: 'Deze maatregel kan niet op zo’n plek. Teken een vlak of kies een gebied.',
    en: 'This measure cannot act on such a place. Draw an outline or choose an area.',
  },
  'place-unknown': {
    nl: 'Het gekozen gebied of de gekozen straatkant is er niet meer. Kies opnieuw.',
    en: 'The area or street side that was chosen is not there any more. Choose again.',
  },
  'polygon-crossing': {
    nl: 'De lijn kruist of raakt zichzelf. Versleep een hoekpunt of teken het vlak opnieuw.',
    en: 'The line crosses or touches itself. Drag a corner or draw the outline again.',
  },
  'polygon-vertices': {
    nl: 'Het vlak heeft meer dan {most} hoekpunten. Teken het met minder punten.',
    en: 'The outline has more than {most} corners. Draw it with fewer.',
  },
  'polygon-invalid': {
    nl: 'Het vlak is niet gesloten of heeft geen oppervlakte. Teken het opnieuw.',
    en: 'The outline is not closed or has no area. Draw it again.',
  },
  'place-outside': {
    nl: 'Deze plek ligt buiten {area}. Daar weet dit scenario niets van.',
    en: 'This place lies outside {area}. This scenario knows nothing of it.',
  },
  'place-partly-outside': {
    nl: 'Een deel van deze plek ligt buiten {area}. Alleen wat erbinnen ligt, telt mee.',
    en: 'Part of this place lies outside {area}. Only what lies inside counts.',
  },
  'no-premises': {
    nl: 'Op deze plek staat geen pand dat deze maatregel kan gebruiken. De maatregel doet nu niets.',
    en: 'There are no premises in this place that this measure can use. It does nothing now.',
  },
  'places-overlap': {
    nl: 'Deze plek overlapt met maatregel {other}. Een pand wordt maar één keer gebruikt: door de maatregel die eerst staat.',
    en: 'This place overlaps with measure {other}. Premises are used once: by the measure that comes first.',
  },
  'premises-gone': {
    nl: '{count} gekozen panden bestaan niet meer in deze gegevens. Kies opnieuw.',
    en: '{count} chosen premises are not in these data any more. Choose again.',
  },
  'phase-order': {
    nl: 'Het eindjaar ligt voor het beginjaar.',
    en: 'The last year comes before the first.',
  },
  'phase-outside': {
    nl: 'Kies jaren van {first} tot en met {last}.',
    en: 'Choose years from {first} up to and including {last}.',
  },
  'horizon-outside': {
    nl: 'Kies een laatste jaar van {first} tot en met {last}.',
    en: 'Choose a last year from {first} up to and including {last}.',
  },
  'parameter-missing': {
    nl: 'Vul “{parameter}” in.',
    en: 'Fill in “{parameter}”.',
  },
  'parameter-unknown': {
    nl: 'Deze maatregel kent de aanname “{parameter}” niet.',
    en: 'This measure does not know the assumption “{parameter}”.',
  },
  'parameter-bounds': {
    nl: '“{parameter}” moet tussen {least} en {most} liggen.',
    en: '“{parameter}” must be between {least} and {most}.',
  },
  'parameter-order': {
    nl: 'Bij “{parameter}” hoort laag niet boven verwacht, en verwacht niet boven hoog.',
    en: 'In “{parameter}” low must not exceed expected, nor expected high.',
  },
  'parameter-source': {
    nl: 'Noem de bron van “{parameter}”. Zonder bron kan het scenario niet gepubliceerd worden.',
    en: 'Name the source of “{parameter}”. Without a source the scenario cannot be published.',
  },
  'price-level': {
    nl: 'Noem het prijspeil van “{parameter}”, bijvoorbeeld 2025.',
    en: 'Name the price level of “{parameter}”, such as 2025.',
  },
  'norm-source': {
    nl: 'Noem de bron van de norm.',
    en: 'Name the source of the norm.',
  },
  'norm-order': {
    nl: 'Bij een norm hoort laag niet boven verwacht, en verwacht niet boven hoog, en niets onder nul.',
    en: 'In a norm low must not exceed expected, nor expected high, and nothing may be below zero.',
  },
  'hard-plan-source': {
    nl: 'Noem het besluit of de vergunning waarop dit plan berust.',
    en: 'Name the decision or permit on which this plan rests.',
  },
  'hard-plan-order': {
    nl: 'Bij een hard plan hoort laag niet boven verwacht, en verwacht niet boven hoog.',
    en: 'In a hard plan low must not exceed expected, nor expected high.',
  },
  'indicators-count': {
    nl: 'Kies vijf tot zeven cijfers die lezers als eerste zien. Nu zijn het er {count}.',
    en: 'Choose five to seven figures that readers see first. There are {count} now.',
  },
  'indicators-twice': {
    nl: 'Een cijfer staat er dubbel.',
    en: 'A figure stands there twice.',
  },
  'indicator-absent': {
    nl: '“{figure}” kan nog niet worden uitgerekend: er ontbreekt een aanname of norm.',
    en: '“{figure}” cannot be worked out yet: an assumption or norm is missing.',
  },
  'open-assumption': {
    nl: 'Een aanname die lezers mogen draaien, bestaat niet meer of heeft een onmogelijke stand.',
    en: 'An assumption that readers may turn is gone, or has an impossible setting.',
  },
  'ground-floor-homes': {
    nl: '{count} woningen komen op de begane grond in een kernwinkelgebied. Dat past meestal niet bij het beleid.',
    en: '{count} homes come on the ground floor inside a core shopping area. That usually contradicts policy.',
  },
  'homes-per-premises': {
    nl: 'Gemiddeld {value} woningen per pand. Landelijk is dat 1 tot 4,1 (CBS 2023 en 2024).',
    en: 'On average {value} homes per premises. Nationally it is 1 to 4.1 (CBS 2023 and 2024).',
  },
  'homes-per-year': {
    nl: 'Gemiddeld {value} transformatiewoningen per jaar. Naar het landelijke tempo (8.000 tot 12.000 per jaar, CBS) zou {expected} bij deze gemeente passen.',
    en: 'On average {value} homes by transformation a year. By the national pace (8,000 to 12,000 a year, CBS) {expected} would fit this municipality.',
  },
  'plan-capacity-left': {
    nl: 'Het omgevingsplan staat hier nog winkels toe. Zonder dat te schrappen kan de leegstand terugkomen.',
    en: 'The plan still allows shops here. Unless that is deleted, vacancy can come back.',
  },
  'shops-in-use': {
    nl: 'Op deze plek zijn winkels open. Zij mogen blijven tot zij stoppen; er kan nadeelcompensatie nodig zijn.',
    en: 'Shops are open in this place. They may stay until they stop; compensation may be due.',
  },
  'too-small': {
    nl: 'Panden die niet meedoen: {count}. Zij zijn te klein, of er is geen passend pand.',
    en: 'Premises left out: {count}. They are too small, or no premises fit.',
  },
  'area-unknown': {
    nl: 'Panden met een onbekende vloeroppervlakte: {count}. Zij doen niet mee.',
    en: 'Premises of an unknown floor area: {count}. They are left out.',
  },
  'cost-incomplete': {
    nl: 'Niet elke maatregel heeft ingevulde kosten. Het totaal is dus te laag.',
    en: 'Not every measure has its costs filled in. So the total is too low.',
  },
  'below-zero': {
    nl: 'De waarde is lager dan de kosten: er is een onrendabele top.',
    en: 'The value is lower than the cost: there is an uneconomic top.',
  },
  'flows-missing': {
    nl: 'Er is te weinig waargenomen om te zeggen hoe leegstand hier komt en gaat. Niets doen is daarom gelijk aan nu.',
    en: 'Too little was observed to say how vacancy comes and goes here. So doing nothing equals now.',
  },
  'flows-pooled': {
    nl: 'Voor {functions} is te weinig waargenomen. Daar geldt het gemiddelde van alle functies in het gebied.',
    en: 'Too little was observed of {functions}. The average of all functions in the area stands in.',
  },
} as const;

/** Code of a fault. */
export type ScenarioFaultCode = keyof typeof SENTENCES;

const isCode = (code: string): code is ScenarioFaultCode => Object.hasOwn(SENTENCES, code);

/** A number as a sentence writes it: thousands apart, decimals with the language's sign. */
const write = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') };

/** A fault as a sentence; its code where this version does not know it. Words with two languages come as `nl|en`. */
export function faultSentence(
  fault: { code: string; values: Readonly<Record<string, string | number>> },
  language: 'nl' | 'en',
): string {
  if (!isCode(fault.code)) return fault.code;
  return SENTENCES[fault.code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fault.values[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return write[language].format(value);
    const words = value.split('|');
    return (language === 'en' ? words[1] : undefined) ?? words[0]!;
  });
}
