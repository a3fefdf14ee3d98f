/** Colours of paper and still maps: the light theme, because printing is always in it. */
export const COLOUR = {
  ink: '#1b2430',
  muted: '#566071',
  paper: '#ffffff',
  line: '#d9dbd4',
  accent: '#0b5c6b',
  accentTint: '#d6e6e9',
  land: '#f5f2ea',
  water: '#c9dde6',
  green: '#dfe8d0',
  road: '#ffffff',
  roadCasing: '#e0dacb',
  roadFar: '#c9bfad',
  rail: '#b9b2a4',
  building: '#ddd5c6',
  buildingEdge: '#c9bfad',
  better: '#1b7837',
  worse: '#762a83',
  same: '#8a8f94',
  unknown: '#e3e5e7',
  unknownHatch: '#5d6670',
  vacancyEdge: '#7a4a1e',
  workArea: '#55677f',
} as const;

/** Five classes of vacancy, light to dark: in grey they keep their order. */
export const VACANCY_COLOURS = ['#fcd9a0', '#f4a95f', '#d8722f', '#a83d17', '#66160c'] as const;
