// Kept between calls: a tile has thousands of rings of ten positions, and new arrays for each cost more
// than the arithmetic. Nothing here waits, so no two calls are ever under way at once.
let kept = new Uint8Array(1024);
const open: number[] = [];

/**
 * Fewer positions for the same line: Douglas and Peucker (1973). No position that is left out lies farther
 * than the tolerance from the line that stays. The first and the last position stay; a ring is given with
 * its first position repeated at the end.
 */
export function simplify(line: ArrayLike<number>, tolerance: number): number[] {
  const last = line.length / 2 - 1;
  if (last < 2) return Array.from(line);
  if (kept.length <= last) kept = new Uint8Array(2 * last);
  kept.fill(0, 0, last);
  kept[0] = 1;
  kept[last] = 1;
  const limit = tolerance * tolerance;
  // A stack of our own: a shore of ten thousand positions would go deep in recursion.
  open.push(0, last);
  while (open.length > 0) {
    const to = open.pop()!;
    const from = open.pop()!;
    const far = farthest(line, from, to, limit);
    if (far < 0) continue;
    kept[far] = 1;
    if (far - from > 1) open.push(from, far);
    if (to - far > 1) open.push(far, to);
  }
  const simplified: number[] = [];
  for (let index = 0; index <= last; index++) {
    if (kept[index] === 1) simplified.push(line[index * 2]!, line[index * 2 + 1]!);
  }
  return simplified;
}

/** Position between two others that lies farthest from the segment between them; -1 when none exceeds the limit. */
function farthest(line: ArrayLike<number>, from: number, to: number, limit: number): number {
  const x = line[from * 2]!;
  const y = line[from * 2 + 1]!;
  const deltaX = line[to * 2]! - x;
  const deltaY = line[to * 2 + 1]! - y;
  const length = deltaX * deltaX + deltaY * deltaY;
  let far = -1;
  let most = limit;
  for (let index = from + 1; index < to; index++) {
    let awayX = line[index * 2]! - x;
    let awayY = line[index * 2 + 1]! - y;
    if (length > 0) {
      const along = Math.min(1, Math.max(0, (awayX * deltaX + awayY * deltaY) / length));
      awayX -= along * deltaX;
      awayY -= along * deltaY;
    }
    const away = awayX * awayX + awayY * awayY;
    if (away > most) {
      most = away;
      far = index;
    }
  }
  return far;
}
