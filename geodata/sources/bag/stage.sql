-- Where the rows of a delivery land first; gone at the end of the transaction.
create temp table bag_import (
  municipality text not null,
  name text not null,
  provisional boolean not null,
  dataset text not null,
  reference_date date not null,
  recorded_by text not null,
  -- Kinds that the delivery has; of others the earlier dataset stays.
  kinds text[] not null,
  -- It holds objects of other municipalities as well.
  wider boolean not null,
  -- Of its premises too only the place says whose they are.
  by_place boolean not null
) on commit drop;

create temp table bag_territory (geom geometry not null) on commit drop;

create temp table bag_building (
  row_number bigint generated always as identity,
  id text not null,
  reference text,
  occurrence integer not null,
  year integer,
  status text not null,
  geom geometry not null
) on commit drop;

create temp table bag_premises (
  row_number bigint generated always as identity,
  -- Of our own making where the register's is not known.
  id text not null,
  bag_id text,
  occurrence integer not null,
  function text not null,
  purposes text[] not null,
  floor_area integer,
  -- Id of the address of our making, and the register's of the main address and of others.
  address text,
  main text,
  secondary text[] not null,
  buildings text[] not null,
  geom geometry not null,
  -- The main address, where the delivery has it on the premises itself.
  street text,
  number integer,
  letter text,
  addition text,
  postcode text,
  place text,
  label text,
  search text
) on commit drop;

create temp table bag_address (
  row_number bigint generated always as identity,
  id text not null,
  bag_id text,
  occurrence integer not null,
  street text not null,
  number integer not null,
  letter text not null,
  addition text not null,
  postcode text,
  place text not null,
  label text not null,
  search text not null
) on commit drop;

create temp table bag_rejected (
  kind text not null,
  reference text not null,
  reason text not null,
  detail text not null,
  original jsonb,
  objects integer not null
) on commit drop;
