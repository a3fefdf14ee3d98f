/** An element with attributes and contents; attributes without a value are left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...contents: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  element.append(...contents);
  return element;
}

/** A button with words or a picture in it. */
export function makeButton(
  contents: Node | string,
  press: () => void,
  attributes: Readonly<Record<string, string | undefined>> = {},
): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'button', ...attributes }, contents);
  button.addEventListener('click', press);
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Lines of a picture of 20 by 20. */
export const ICONS = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  whole: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M8 8h4v4H8z',
  fullScreen: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  leave: 'M7 3v4H3M17 7h-4V3M13 17v-4h4M3 13h4v4',
} as const;

/** A picture for a button that has its words elsewhere. */
export function makeIcon(lines: string): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', lines);
  for (const [name, value] of Object.entries({
    viewBox: '0 0 20 20',
    width: '20',
    height: '20',
    class: 'icon',
  }))
    icon.setAttribute(name, value);
  icon.setAttribute('aria-hidden', 'true');
  icon.append(path);
  return icon;
}
