import type { Line } from './plane/line.ts';
import type { Ring } from './plane/ring.ts';

/** Least and most. */
export type Range = readonly [number, number];

/** What was built, before anybody gives it a use. */
export type StructureKind =
  | 'house'
  | 'flats'
  | 'town-house'
  | 'shop-hall'
  | 'hall'
  | 'office'
  | 'farm'
  | 'barn'
  | 'shed'
  | 'garages'
  | 'church'
  | 'school'
  | 'public';

/** How a street was built up: sizes in metres, shares from 0 to 1. One style per side of a street. */
export interface BuildingStyle {
  kind: StructureKind;
  /** Closed: narrow deep plots right on the street. Rows: `count` buildings at a time, with gaps between. */
  closed?: true;
  count: Range;
  width: Range;
  depth: Range;
  /** Front garden, back garden, free ground beside the row, gap to the next row. */
  front: Range;
  back: Range;
  margin: Range;
  gap: Range;
  /** How far buildings of one row step back and forth. */
  stagger: number;
  /** Share with an extension at the back, and with a shed at the end of the garden. */
  wing: number;
  shed: number;
  /** Share of rows that was never built: playgrounds, lawns. */
  open: number;
  storeys: Range;
  /** Building years: one of these periods per row. */
  years: readonly Range[];
}

/** A street as planned: a line, the room it takes, and what is built along it. */
export interface StreetPlan {
  name: string;
  quarter: string;
  line: Line;
  roadClass: 'motorway' | 'main' | 'local' | 'service' | 'path';
  /** Half of what lies between the plots on both sides: carriageway, pavement, verge. */
  halfWidth: number;
  left?: BuildingStyle;
  right?: BuildingStyle;
}

/** A building as placed, in plan coordinates. */
export interface Structure {
  kind: StructureKind;
  ring: Ring;
  /** Convex plot in which it stands. */
  plot: Ring;
  year: number;
  storeys: number;
  quarter: string;
  /** Street on which its door is: null for sheds and barns. */
  street: StreetPlan | null;
  side: 'odd' | 'even';
  /** Metres from the start of the street to the door. */
  along: number;
  /** Metres of front on the street. */
  frontage: number;
}
