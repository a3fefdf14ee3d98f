/** Words of the filters. */
export const filterWords = {
  nl: {
    filters: 'Filters',
    filtersOn: (count: string) => `Filters (${count})`,
    filtersClear: 'Alle filters wissen',
    filterKind: 'Soort gebied',
    filterAllKinds: 'alle soorten',
    filterDuration: 'Hoe lang leeg',
    filterStatus: 'Status',
    filterFloorArea: 'Vloeroppervlakte in m²',
    filterBuildYear: 'Bouwjaar',
    filterFrom: 'van',
    filterUpTo: 'tot en met',
    filterTurned: '“Van” is hoger dan “tot en met”. Zo is er niets te zien.',
    filterForPlanners:
      'Filteren op duur, vloeroppervlakte, bouwjaar en status kan alleen als planner: daarmee zijn losse panden te herkennen.',
    filterCounts: 'Geteld worden panden met deze status of duur, van alle panden die zijn waargenomen.',
    filterLeftOut: (count: string) =>
      `${count} panden tellen niet mee: hun vloeroppervlakte of bouwjaar is onbekend.`,
    filterFailed: 'Het filter werkt nu niet: de panden konden niet worden geladen.',
  },
  en: {
    filters: 'Filters',
    filtersOn: (count: string) => `Filters (${count})`,
    filtersClear: 'Clear all filters',
    filterKind: 'Kind of area',
    filterAllKinds: 'all kinds',
    filterDuration: 'Vacant for',
    filterStatus: 'Status',
    filterFloorArea: 'Floor area in m²',
    filterBuildYear: 'Build year',
    filterFrom: 'from',
    filterUpTo: 'up to and including',
    filterTurned: '“From” is higher than “up to”. Nothing can be shown like this.',
    filterForPlanners:
      'Only planners can filter by duration, floor area, build year and status: single premises could be recognised by them.',
    filterCounts: 'Counted are premises with this status or duration, of all premises that were observed.',
    filterLeftOut: (count: string) =>
      `${count} premises are left out: their floor area or build year is unknown.`,
    filterFailed: 'The filter does not work now: the premises could not be loaded.',
  },
};
