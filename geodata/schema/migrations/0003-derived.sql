-- Derived at the end of every import, in its transaction. Packed columns are little-endian; the codec is
-- geodata/figures/packed.ts. Raw aggregates are the planner's; `published_*` have passed the policy.

-- Vacancy as spells: `from` and `until` as intervals, null where open; first and last seen are facts.
create table spell (
  premises text not null references premises on delete cascade,
  series text not null references series on delete cascade,
  first_seen date not null,
  last_seen date not null,
  from_earliest date,
  from_latest date not null,
  until_earliest date,
  until_latest date,
  primary key (premises, series, first_seen)
);
create index on spell (series);

-- One byte (status index) per reference date of the series; vacant m2 as int32 per date where stated, else null.
create table premises_state (
  series text not null references series on delete cascade,
  premises text not null references premises on delete cascade,
  states bytea not null,
  vacant_areas bytea,
  primary key (series, premises)
);

create table premises_area (
  premises text not null references premises on delete cascade,
  area text not null references area on delete cascade,
  primary key (area, premises)
);
create index on premises_area (premises);

-- CBS squares: x, y = south-west corner in metres (RD), size 100 or 500. `tally` = measures x dates, int32.
create table cell (
  series text not null references series on delete cascade,
  size smallint not null check (size in (100, 500)),
  x integer not null,
  y integer not null,
  function text not null,
  tally bytea not null,
  primary key (series, size, x, y, function)
);

-- Figures of an area (or of the whole municipality: area = municipality code), per series and function.
create table area_tally (
  area text not null,
  municipality text not null references municipality on delete cascade,
  series text not null references series on delete cascade,
  function text not null,
  tally bytea not null,
  primary key (series, area, function)
);

-- A street side within an area: premises that stand there and the metres of front they have.
create table street_side (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  area text not null references area on delete cascade,
  street text not null,
  side text not null check (side in ('odd', 'even')),
  frontage_metres integer,
  geom geometry(MultiLineString, 28992)
);
create table street_side_premises (
  street_side text not null references street_side on delete cascade,
  premises text not null references premises on delete cascade,
  frontage_metres real,
  primary key (street_side, premises)
);

-- What visitors may see: one finite cube per revision. Same packing; negative numbers are marks (figures/mark.ts).
create table published_area_tally (
  area text not null,
  municipality text not null references municipality on delete cascade,
  series text not null references series on delete cascade,
  function text not null,
  tally bytea not null,
  primary key (series, area, function)
);
create table published_cell (
  series text not null references series on delete cascade,
  x integer not null,
  y integer not null,
  function text not null,
  tally bytea not null,
  primary key (series, x, y, function)
);
