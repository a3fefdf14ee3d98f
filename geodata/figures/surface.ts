/** One square that feeds the surface: its centre in metres (RD) and what was counted in it. */
export interface SurfacePoint {
  x: number;
  y: number;
  /** Weight below the line: premises observed, or their m2. */
  observed: number;
  /** Weight above the line: premises vacant, or their m2. */
  vacant: number;
}

/** How a surface is made; every field is shown to the reader beside the map. */
export interface SurfaceOptions {
  /** Metres beyond which a square no longer counts. */
  bandwidth: number;
  /** Metres per pixel of the result. */
  resolution: number;
  /** Weighted number observed below which a pixel stays empty: too little stands behind it. */
  least: number;
}

/** A raster of rates in RD; row 0 is the northernmost. NaN where too little stands behind a rate. */
export interface Surface {
  width: number;
  height: number;
  /** West and north edge of the raster, metres RD. */
  west: number;
  north: number;
  resolution: number;
  /** Per cent. */
  rates: Float32Array;
}

/**
 * Smoothed vacancy rate: per pixel the kernel-weighted vacant divided by the kernel-weighted observed,
 * so that it is a rate everywhere and not a density. Quartic (biweight) kernel, (1 - (d/h)^2)^2 within
 * the bandwidth h (Silverman, Density Estimation, 1986, table 3.1, without its constant: it cancels out).
 * @returns undefined without points
 */
export function rateSurface(points: readonly SurfacePoint[], options: SurfaceOptions): Surface | undefined {
  if (points.length === 0) return undefined;
  const frame = frameOf(points, options);
  const vacant = new Float32Array(frame.width * frame.height);
  const observed = new Float32Array(frame.width * frame.height);
  for (const point of points) spread(point, options, frame, vacant, observed);
  const rates = vacant.map((sum, index) =>
    observed[index]! >= options.least ? (100 * sum) / observed[index]! : Number.NaN,
  );
  return { ...frame, resolution: options.resolution, rates };
}

type RasterFrame = Pick<Surface, 'width' | 'height' | 'west' | 'north'>;

function frameOf(points: readonly SurfacePoint[], { bandwidth, resolution }: SurfaceOptions): RasterFrame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const snap = (value: number): number => Math.floor(value / resolution) * resolution;
  west = snap(west - bandwidth);
  north = snap(north + bandwidth) + resolution;
  const width = Math.ceil((east + bandwidth - west) / resolution);
  const height = Math.ceil((north - (south - bandwidth)) / resolution);
  return { west, north, width, height };
}

function spread(
  point: SurfacePoint,
  { bandwidth, resolution }: SurfaceOptions,
  frame: RasterFrame,
  vacant: Float32Array,
  observed: Float32Array,
): void {
  const column = (metres: number): number => (metres - frame.west) / resolution - 0.5;
  const row = (metres: number): number => (frame.north - metres) / resolution - 0.5;
  const firstRow = Math.max(0, Math.ceil(row(point.y + bandwidth)));
  const lastRow = Math.min(frame.height - 1, Math.floor(row(point.y - bandwidth)));
  const firstColumn = Math.max(0, Math.ceil(column(point.x - bandwidth)));
  const lastColumn = Math.min(frame.width - 1, Math.floor(column(point.x + bandwidth)));
  for (let r = firstRow; r <= lastRow; r++) {
    const dy = frame.north - (r + 0.5) * resolution - point.y;
    for (let c = firstColumn; c <= lastColumn; c++) {
      const dx = frame.west + (c + 0.5) * resolution - point.x;
      const inside = 1 - (dx * dx + dy * dy) / (bandwidth * bandwidth);
      if (inside <= 0) continue;
      const weight = inside * inside;
      vacant[r * frame.width + c]! += weight * point.vacant;
      observed[r * frame.width + c]! += weight * point.observed;
    }
  }
}
