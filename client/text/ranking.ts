/** Words of the ranked list of areas. */
export const rankingWords = {
  nl: {
    areaHigher: (points: string) => `${points} procentpunt hoger`,
    areaLower: (points: string) => `${points} procentpunt lager`,
    areaEqual: 'gelijk gebleven',
    areaSince: (month: string) => `Verandering: vergeleken met ${month}.`,
    apartCount: (count: string) => `Niet in de rangorde (${count})`,
    apartUnseen: 'niet bekeken op deze peildatum',
    apartHidden: 'te weinig panden om een percentage te tonen',
    apartNoRate: 'de bron zegt niet wat er bekeken is',
    apartNoArea: 'vloeroppervlakte niet bekend',
    apartCoverage: 'hier zijn andere functies bekeken',
    areasOfKindEmpty: 'Er zijn geen gebieden van deze soort.',
  },
  en: {
    areaHigher: (points: string) => `${points} percentage points higher`,
    areaLower: (points: string) => `${points} percentage points lower`,
    areaEqual: 'unchanged',
    areaSince: (month: string) => `Change: compared with ${month}.`,
    apartCount: (count: string) => `Not ranked (${count})`,
    apartUnseen: 'not looked at on this reference date',
    apartHidden: 'too few premises to show a percentage',
    apartNoRate: 'the source does not say what was looked at',
    apartNoArea: 'floor area not known',
    apartCoverage: 'other functions were looked at here',
    areasOfKindEmpty: 'There are no areas of this kind.',
  },
};
