/**
 * Metres over which one point of vacancy spreads in the reading "concentration". Squares of 500 m carry no
 * finer place than their centre, so they spread over their own width; premises over a short street.
 */
export const HEAT_BANDWIDTH = { cells: 500, premises: 200 } as const;
