/** A colour as three numbers from 0 to 1, from the form in which the browser computes it: `rgb(27, 36, 48)`. */
export function channelsOf(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red / 255, green / 255, blue / 255];
}
