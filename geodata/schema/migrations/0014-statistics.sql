-- Statistics of others, per region and square, and what is known of an area beside its outline. All of it is open data of
-- its publishers; a code of a region means something only with its year.

-- Municipality, districts and neighbourhoods of Statistics Netherlands (CBS) in one year.
create table region (
  -- CBS jrstatcode: year and code, such as 2024BU02210101.
  id text primary key check (id ~ '^[0-9]{4}(GM|WK|BU)[0-9]+$'),
  municipality text not null references municipality on delete cascade,
  level text not null check (level in ('municipality', 'district', 'neighbourhood')),
  code text not null,
  name text not null,
  year smallint not null,
  geom geometry(MultiPolygon, 28992) not null,
  -- Key figures by the publisher's own name; null: not known or kept secret, never 0.
  figures jsonb not null default '{}',
  dataset text not null references dataset on delete cascade
);
create index on region (municipality, level, year);
create index on region using gist (geom);

-- CBS squares of 100 m and 500 m; a square on the border stands with each municipality that loaded it.
create table square (
  municipality text not null references municipality on delete cascade,
  size smallint not null check (size in (100, 500)),
  -- South-west corner in hectometres RD, such as E1550N4630.
  code text not null,
  year smallint not null,
  -- Null: fewer than five, or kept secret; never 0.
  inhabitants integer check (inhabitants >= 0),
  figures jsonb not null default '{}',
  dataset text not null references dataset on delete cascade,
  primary key (municipality, size, code, year)
);

-- Vacancy monitor of CBS: figures of a whole municipality, which are of no premises and stand on no map. Figures of two
-- method versions are two series and are never joined.
create table monitor_vacancy (
  municipality text not null references municipality on delete cascade,
  date date not null,
  method_version text not null check (method_version in ('IIS-WOZ', 'LV-WOZ')),
  property_type text not null,
  objects integer check (objects >= 0),
  vacant_objects integer check (vacant_objects >= 0),
  long_vacant_objects integer check (long_vacant_objects >= 0),
  floor_area bigint check (floor_area >= 0),
  vacant_floor_area bigint check (vacant_floor_area >= 0),
  dataset text not null references dataset on delete cascade,
  primary key (municipality, date, method_version, property_type)
);

-- Key figures of an area by our own names (grossHectares, netHectares, ...), or what a proposal was derived from;
-- null: nothing is known beside the outline.
alter table area add column figures jsonb;
