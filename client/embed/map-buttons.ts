import type { EmbedMapView } from '../map/embed-map.ts';
import type { EmbedWords } from '../text/embed.ts';
import { ICONS, make, makeButton, makeIcon } from './element.ts';
import { fullScreenButton } from './full-screen.ts';

/** What the buttons of the moving map act on. */
export interface MapButtonsParts {
  view: EmbedMapView;
  say: EmbedWords;
  /** What fills the screen: the map with its legend and its words. */
  section: HTMLElement;
  /** Everything again, and nothing chosen. */
  whole(): void;
}

/** Buttons on the moving map: the same as by wheel, fingers and keys, for who has none of them. */
export function mapButtons({ view, say, section, whole }: MapButtonsParts): HTMLElement {
  const button = (lines: string, name: string, press: () => void) =>
    makeButton(makeIcon(lines), press, { 'aria-label': name, title: name });
  const buttons = [
    button(ICONS.plus, say.zoomIn, () => view.zoom(1)),
    button(ICONS.minus, say.zoomOut, () => view.zoom(-1)),
    button(ICONS.whole, say.whole, whole),
  ];
  const full = fullScreenButton(section, say, alone => view.setAlone(alone));
  return make('div', { class: 'map-buttons' }, ...buttons, ...(full ? [full] : []));
}
