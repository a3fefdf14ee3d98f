/** How wide a line may be, how many there may be, and how wide a piece of text is, all in one unit. */
export interface LineLimits {
  width: number;
  most: number;
  widthOf(text: string): number;
}

/** A word that is wider than a line, such as an address, in pieces. */
function piecesOf(word: string, { width, widthOf }: LineLimits): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const letter of word) {
    const more = widthOf(letter);
    if (piece !== '' && used + more > width) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += letter;
    used += more;
  }
  return [...pieces, piece];
}

/** Word by word: a whole line is never measured, because that would take the square of its length. */
function brokenParagraph(paragraph: string, limits: LineLimits): string[] {
  const space = limits.widthOf(' ');
  const lines: string[] = [];
  let used = 0;
  for (const word of paragraph.split(/[ \t]+/).flatMap(each => piecesOf(each, limits))) {
    const wide = limits.widthOf(word);
    const fits = lines.length > 0 && used + space + wide <= limits.width;
    if (fits) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
    used = fits ? used + space + wide : wide;
  }
  return lines;
}

function shortened(line: string, { width, widthOf }: LineLimits): string {
  const words = line.split(' ');
  const ended = () => `${words.join(' ').replace(/[.,;:]$/, '')} …`;
  while (words.length > 1 && widthOf(ended()) > width) words.pop();
  return ended();
}

/** A text in lines; what is longer than that ends in an ellipsis, after a whole word. */
export function linesWithin(text: string, limits: LineLimits): string[] {
  const lines = text.split('\n').flatMap(paragraph => brokenParagraph(paragraph, limits));
  if (lines.length <= limits.most) return lines;
  return [...lines.slice(0, limits.most - 1), shortened(lines[limits.most - 1]!, limits)];
}
