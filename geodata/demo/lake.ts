import type { Position } from './town.ts';

const MARKERMEER_POINTS: readonly Position[] = [
  [148300, 523800],
  [147200, 521300],
  [144700, 519300],
  [141800, 516400],
  [139600, 515100],
  [136900, 516300],
  [133000, 516900],
  [130900, 515400],
  [131200, 512800],
  [133300, 510000],
  [133500, 507200],
  [132700, 503500],
  [132300, 500500],
  [131500, 497600],
  [131900, 495600],
  [133600, 494200],
  [133200, 491900],
  [131200, 490600],
  [131500, 488200],
  [134200, 486800],
  [137500, 488200],
  [141800, 487400],
  [146500, 489800],
  [151500, 493200],
  [155500, 498500],
  [158900, 504300],
  [153800, 514000],
  [148300, 523800],
];
const IJSSELMEER_POINTS: readonly Position[] = [
  [148600, 524300],
  [154100, 514400],
  [159300, 504900],
  [162600, 508300],
  [166900, 511900],
  [170600, 513700],
  [169400, 518800],
  [168900, 522600],
  [171600, 527900],
  [175300, 533400],
  [176600, 539500],
  [172100, 540900],
  [166600, 538200],
  [160300, 539700],
  [156200, 541300],
  [154300, 544900],
  [155300, 550600],
  [157200, 556800],
  [153800, 561400],
  [152600, 565200],
  [145800, 560900],
  [138700, 555400],
  [132900, 549700],
  [134700, 543100],
  [137800, 537900],
  [137200, 532900],
  [141100, 530700],
  [145300, 529300],
  [148900, 526700],
  [148600, 524300],
];

/** Metres that a shore's corner is cut off at most. */
const CORNER = 900;

/** Closed outline with its corners rounded off, twice. */
function rounded(points: readonly Position[], turns = 2): Position[] {
  const open = points.slice(0, -1);
  const cut = open.flatMap((point, index): Position[] => {
    const next = open[(index + 1) % open.length]!;
    const length = Math.hypot(next[0] - point[0], next[1] - point[1]);
    const share = Math.min(0.25, CORNER / length);
    const at = (part: number): Position => [
      Math.round(point[0] + (next[0] - point[0]) * part),
      Math.round(point[1] + (next[1] - point[1]) * part),
    ];
    return [at(share), at(1 - share)];
  });
  const closed = [...cut, cut[0]!];
  return turns > 1 ? rounded(closed, turns - 1) : closed;
}

/**
 * The lake in which the polder was planned (and never built), and its neighbour across the dam: outlines in
 * RD, drawn by hand from the places along their shores to about half a kilometre, for small zooms only.
 */
export const MARKERMEER: readonly Position[] = rounded(MARKERMEER_POINTS);
export const IJSSELMEER: readonly Position[] = rounded(IJSSELMEER_POINTS);
