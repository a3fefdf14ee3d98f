-- Places: municipalities and their revisions, datasets, areas, buildings, addresses, the base map.
-- Storage is RD New (EPSG:28992); `geom_3857` / `point_3857` are made once at import, for tiles.

create table municipality (
  code text primary key check (code ~ '^GM[0-9]{4}$'),
  name text not null,
  -- Code or name was guessed from the file and waits for somebody to confirm it.
  provisional boolean not null default false,
  -- Invented municipality (the demo town): said on every screen.
  fictional boolean not null default false,
  -- Null where only an extract is known; then `extent` is what the map opens on.
  boundary geometry(MultiPolygon, 28992),
  extent geometry(Polygon, 28992) not null,
  -- Current revision; everything that is served carries it.
  revision integer not null default 0
);

-- One row per import that changed something; rows stay, also when a municipality is removed.
create table revision (
  number integer generated always as identity primary key,
  municipality text not null,
  reason text not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  software text not null
);

create table dataset (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  source text not null,
  title text not null,
  owner text not null,
  licence text not null,
  attribution text not null,
  file_name text,
  sha256 text,
  reference_date date,
  imported_at timestamptz not null default now(),
  imported_by text not null,
  revision integer not null,
  -- read = loaded + rejected + left out, counted per kind of object in `counts`.
  read_count integer not null,
  loaded_count integer not null,
  rejected_count integer not null,
  counts jsonb not null default '{}'
);

create table rejected_row (
  dataset text not null references dataset on delete cascade,
  number integer not null,
  kind text not null,
  reference text not null,
  reason text not null,
  detail text not null default '',
  original jsonb,
  primary key (dataset, number)
);
create index on rejected_row (dataset, reason);

create table area (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  kind text not null,
  name text not null,
  -- Named by kind and nearest street because the source had no name.
  name_derived boolean not null default false,
  geom geometry(MultiPolygon, 28992) not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  -- [{street, from, to, side}] where the area was decided in street numbers; the polygon follows from them.
  ranges jsonb,
  deciding_body text,
  decision text,
  decision_date date,
  -- Derived outline that no planner has accepted yet.
  proposal boolean not null default false,
  dataset text not null references dataset on delete cascade
);
create index on area (municipality, kind);
create index on area using gist (geom_3857);
create index on area using gist (geom);

create table building (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  -- 16 digits, or null where the source names none; `id` is then derived from the source's own key.
  bag_id text,
  build_year integer,
  status text not null default 'in-use',
  -- Use of the building as a whole as the source has it (OSM building=*), null when not said.
  use text,
  geom geometry(MultiPolygon, 28992) not null,
  geom_3857 geometry(MultiPolygon, 3857) not null,
  dataset text not null references dataset on delete cascade
);
create index on building (municipality);
create index on building (bag_id);
create index on building using gist (geom_3857);
create index on building using gist (geom);

-- Facts of the address register only: everybody may search them.
create table address (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  street text not null,
  number integer not null,
  letter text not null default '',
  addition text not null default '',
  postcode text,
  place text not null,
  -- What people type: "Marktstraat 12 Markerhaven", lower case, without accents.
  label text not null,
  search text not null,
  point geometry(Point, 28992) not null,
  dataset text not null references dataset on delete cascade
);
create index on address (municipality, street, number);
create index address_search_trigram on address using gin (search gin_trgm_ops);

-- Streets for search and for street sides.
create table street (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  name text not null,
  place text not null,
  search text not null,
  geom geometry(MultiLineString, 28992) not null,
  dataset text not null references dataset on delete cascade
);
create index on street (municipality, name);
create index street_search_trigram on street using gin (search gin_trgm_ops);

-- Base map. `layer` is one of land, water, green, built-up, road, rail, place; `class` refines it for the style.
create table base_feature (
  id bigint generated always as identity primary key,
  municipality text not null references municipality on delete cascade,
  layer text not null,
  class text not null,
  name text,
  bridge boolean not null default false,
  tunnel boolean not null default false,
  min_zoom smallint not null default 0,
  geom_3857 geometry(Geometry, 3857) not null,
  dataset text not null references dataset on delete cascade
);
create index on base_feature using gist (geom_3857);
