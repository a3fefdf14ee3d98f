-- Where the rows of an extract land first: as they are, in degrees, gone at the end of the transaction.
create temp table osm_import (
  municipality text not null,
  name text not null,
  provisional boolean not null,
  dataset text not null,
  series text not null,
  title text not null,
  file_name text not null,
  sha256 text not null,
  reference_date date not null,
  recorded_by text not null,
  -- Place of addresses and streets that name none.
  place text not null,
  bbox geometry(Polygon, 4326),
  boundary geometry(Geometry, 4326),
  -- What the base map is cut to.
  clip geometry(Polygon, 4326)
) on commit drop;

create temp table osm_building (
  reference text not null,
  id text not null,
  bag_id text,
  build_year integer,
  status text not null,
  use text,
  residential boolean not null,
  geom geometry(Geometry, 4326) not null
) on commit drop;

create temp table osm_address (
  reference text not null,
  id text not null,
  premises text not null,
  bag_id text,
  street text not null,
  number integer not null,
  letter text not null,
  addition text not null,
  postcode text,
  place text not null,
  label text not null,
  search text not null,
  geom geometry(Geometry, 4326) not null
) on commit drop;

create temp table osm_use (
  reference text not null,
  premises text not null,
  -- Of the address that its own tags state, null without.
  address text,
  name text,
  function text not null,
  -- Which use an address takes when it has several: lowest first.
  rank integer not null,
  vacant boolean not null,
  tag text not null,
  geom geometry(Geometry, 4326) not null
) on commit drop;

create temp table osm_area (
  reference text not null,
  id text not null,
  kind text not null,
  -- Dutch word for the kind, for areas without a name.
  kind_name text not null,
  name text,
  geom geometry(Geometry, 4326) not null
) on commit drop;

create temp table osm_street (
  name text not null,
  search text not null,
  geom geometry(Geometry, 4326) not null
) on commit drop;

create temp table osm_base (
  layer text not null,
  class text not null,
  name text,
  bridge boolean not null,
  tunnel boolean not null,
  min_zoom smallint not null,
  geom geometry(Geometry, 4326) not null
) on commit drop;

create temp table osm_rejected (
  kind text not null,
  reference text not null,
  reason text not null,
  detail text not null
) on commit drop;
