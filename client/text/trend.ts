/** Words of the trend chart. */
export const trendWords = {
  nl: {
    trend: 'Verloop',
    trendTitle: (place: string) => `Verloop van de leegstand: ${place}`,
    trendFrom: (first: string, last: string, count: string) => `${count} peildata, van ${first} tot ${last}.`,
    trendRange: (low: string, lowDate: string, high: string, highDate: string) =>
      `Laagst: ${low} (${lowDate}). Hoogst: ${high} (${highDate}).`,
    trendNow: (value: string, date: string) => `Gekozen peildatum: ${value} (${date}).`,
    trendNoNumber: 'Er is op geen enkele peildatum een percentage te tonen.',
    trendBreakMethod: (month: string) =>
      `Vanaf ${month} is anders geteld. Vergelijk de cijfers van ervoor en erna niet.`,
    trendBreakCoverage:
      'Een lijn verbindt alleen opnamen die hetzelfde bekeken. Waar hij stopt, is anders gekeken, of is er geen cijfer.',
    trendHidden: 'afgeschermd',
    trendNotSeen: 'niet waargenomen',
    trendAsTable: 'Als tabel',
    trendAsChart: 'Als grafiek',
    trendByCount: 'leegstand in procenten van de panden',
    trendByArea: 'leegstand in procenten van de vloeroppervlakte',
  },
  en: {
    trend: 'Trend',
    trendTitle: (place: string) => `Trend of vacancy: ${place}`,
    trendFrom: (first: string, last: string, count: string) =>
      `${count} reference dates, from ${first} to ${last}.`,
    trendRange: (low: string, lowDate: string, high: string, highDate: string) =>
      `Lowest: ${low} (${lowDate}). Highest: ${high} (${highDate}).`,
    trendNow: (value: string, date: string) => `Chosen reference date: ${value} (${date}).`,
    trendNoNumber: 'There is no percentage to show on any reference date.',
    trendBreakMethod: (month: string) =>
      `Counted differently from ${month}. Do not compare figures from before and after.`,
    trendBreakCoverage:
      'A line joins only rounds that looked at the same. Where it stops they differ, or there is no figure.',
    trendHidden: 'protected',
    trendNotSeen: 'not observed',
    trendAsTable: 'As a table',
    trendAsChart: 'As a chart',
    trendByCount: 'vacancy in per cent of premises',
    trendByArea: 'vacancy in per cent of floor area',
  },
};
