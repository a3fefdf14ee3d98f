import { html, svg, type TemplateResult } from 'lit';

/** Our own icons: 20 px, one line width, drawn in the colour of the text. Never without words or a name. */
const PATHS = {
  search: svg`<circle cx="8.5" cy="8.5" r="5.5" /><path d="m12.8 12.8 4.7 4.7" />`,
  close: svg`<path d="m4.5 4.5 11 11m0-11-11 11" />`,
  menu: svg`<path d="M3 5.5h14M3 10h14M3 14.5h14" />`,
  plus: svg`<path d="M10 3.5v13M3.5 10h13" />`,
  minus: svg`<path d="M3.5 10h13" />`,
  whole: svg`<path d="M3 7V3h4m6 0h4v4m0 6v4h-4M7 17H3v-4" /><circle cx="10" cy="10" r="2.2" />`,
  place: svg`<circle cx="10" cy="10" r="5.5" /><path d="M10 1.5v3m0 11v3M1.5 10h3m11 0h3" /><circle cx="10" cy="10" r="1.2" />`,
  table: svg`<path d="M2.5 4h15v12h-15zM2.5 8h15M2.5 12h15M8 4v12" />`,
  map: svg`<path d="m2.5 5 5-2 5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12M12.5 5v12" />`,
  grow: svg`<path d="M12 3h5v5M17 3l-6 6M8 17H3v-5M3 17l6-6" />`,
  shrink: svg`<path d="M17 8h-5V3M12 8l5-5M3 12h5v5M8 12l-5 5" />`,
  keys: svg`<path d="M2 5.5h16v9H2zM5 8.5h.5m2.5 0h.5m2.5 0h.5m2.5 0h.5M6 11.8h8" />`,
  back: svg`<path d="M12 4 6 10l6 6" />`,
  earlier: svg`<path d="m12 4.5-5.5 5.5 5.5 5.5" />`,
  later: svg`<path d="m8 4.5 5.5 5.5L8 15.5" />`,
  play: svg`<path d="M6.5 4.2v11.6L15.5 10z" />`,
  pause: svg`<path d="M7 4.5v11M13 4.5v11" />`,
  download: svg`<path d="M10 3v9m-4-4 4 4 4-4M3.5 16.5h13" />`,
  share: svg`<path d="M12 6.5 8 9m0 2.5 4 2.5" /><circle cx="5.5" cy="10" r="2.5" /><circle cx="14.5" cy="5" r="2.5" /><circle cx="14.5" cy="15" r="2.5" />`,
  print: svg`<path d="M6 7V3h8v4M6 14H3V7.5h14V14h-3M6 12h8v5H6z" />`,
  copy: svg`<path d="M7 7h9.5v9.5H7zM4.5 13H3.5V3.5H13v1" />`,
  mail: svg`<path d="M2.5 5h15v10.5h-15zM2.5 5.5l7.5 6 7.5-6" />`,
  language: svg`<circle cx="10" cy="10" r="7" /><path d="M3 10h14M10 3c-5 4.5-5 9.5 0 14M10 3c5 4.5 5 9.5 0 14" />`,
  warning: svg`<path d="M10 3 18 16.5H2zM10 8v4m0 2.2v.3" />`,
} as const;

/** Names of the icons. */
export type IconName = keyof typeof PATHS;

/** An icon, hidden from screen readers: the words beside it say what it is. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    ${PATHS[name]}
  </svg>`;
}
