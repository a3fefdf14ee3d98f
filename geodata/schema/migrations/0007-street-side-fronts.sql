-- Street sides are places of the cube like any area. `front` (FRONT_MEASURES in geodata/figures/front.ts, int32,
-- measures x dates, decimetres) is theirs alone: null for every other place.
alter table area_tally add column front bytea;
alter table published_area_tally add column front bytea;
