/** One square that feeds the surface: its centre in metres (RD) and what was counted in it. */
export interface SurfacePoint {
  x: number;
  y: number;
  /** Below the line: premises observed, or their m2. */
  observed: number;
  /** Above the line: premises vacant, or their m2. */
  vacant: number;
  /** Premises that stand behind the two, whatever is measured. */
  premises: number;
}

/** How a surface is made; every field is shown to the reader beside the map. */
export interface SurfaceOptions {
  /** Metres beyond which a square no longer counts. */
  bandwidth: number;
  /** Metres per pixel of the result. */
  resolution: number;
}

/** Numbers per pixel of {@link Surface.sums}: vacant, observed, premises. */
export const SURFACE_SUMS = 3;

/** A raster of kernel-weighted sums in RD; row 0 is the northernmost. */
export interface Surface {
  width: number;
  height: number;
  /** West and north edge of the raster, metres RD. */
  west: number;
  north: number;
  resolution: number;
  /** Per pixel {@link SURFACE_SUMS} numbers: weighted vacant, observed and premises. */
  sums: Float32Array;
}

/**
 * Spreads what was counted in squares over a raster, for a rate that is a rate everywhere and not a density:
 * {@link rateOfPixel} divides the sums. Quartic (biweight) kernel, (1 - (d/h)^2)^2 within the bandwidth h
 * (Silverman, Density Estimation, 1986, table 3.1, without its constant: it cancels out). Equal centres give
 * an equal raster, whatever the counts: a step in time changes `sums` alone.
 * @returns undefined without points
 */
export function surfaceOf(points: readonly SurfacePoint[], options: SurfaceOptions): Surface | undefined {
  if (points.length === 0) return undefined;
  const { resolution } = options;
  const frame = frameOf(points, options);
  const sums = new Float32Array(SURFACE_SUMS * frame.width * frame.height);
  const surface = { ...frame, resolution, sums };
  for (const point of points) if (point.premises > 0) spread(point, options.bandwidth, surface);
  return surface;
}

/**
 * Rate of a pixel in per cent.
 * @param least weighted number of premises that must stand behind it
 * @returns NaN where fewer do, or where nothing of what is measured was observed
 */
export function rateOfPixel({ sums }: Surface, pixel: number, least: number): number {
  const at = SURFACE_SUMS * pixel;
  const [vacant, observed, premises] = [sums[at]!, sums[at + 1]!, sums[at + 2]!];
  return premises >= least && observed > 0 ? (100 * vacant) / observed : Number.NaN;
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

function spread(point: SurfacePoint, bandwidth: number, { resolution, sums, ...frame }: Surface): void {
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
      const at = SURFACE_SUMS * (r * frame.width + c);
      sums[at]! += weight * point.vacant;
      sums[at + 1]! += weight * point.observed;
      sums[at + 2]! += weight * point.premises;
    }
  }
}
