-- Premises and what was observed of them. Nothing here may be read by the visitors' role.

create table premises (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  bag_id text,
  -- Main address; null for a premises that the source gives without one.
  address text references address on delete set null,
  -- Name on the door as the source has it (a shop's name), null when not said.
  name text,
  point geometry(Point, 28992) not null,
  point_3857 geometry(Point, 3857) not null,
  dataset text not null references dataset on delete cascade
);
create index on premises (municipality);
create index on premises using gist (point_3857);
create index on premises using gist (point);

-- A premises in several buildings is kept in each.
create table premises_building (
  premises text not null references premises on delete cascade,
  building text not null references building on delete cascade,
  primary key (premises, building)
);
create index on premises_building (building);

-- Secondary addresses stay findable.
create table premises_address (
  premises text not null references premises on delete cascade,
  address text not null references address on delete cascade,
  primary key (premises, address)
);

-- What a premises is, from one date until another: offices become homes, stores are split.
create table premises_period (
  premises text not null references premises on delete cascade,
  from_date date not null,
  until_date date,
  -- Actual use; registered purposes (BAG) and allowed use (plan) differ from it and are kept apart.
  function text not null,
  purposes text[] not null default '{}',
  allowed_function text,
  -- Whole m2 (BAG: usable floor area); null is unknown, never 0.
  floor_area integer check (floor_area > 0),
  storey smallint,
  primary key (premises, from_date),
  check (until_date is null or until_date > from_date)
);

create table premises_successor (
  premises text not null references premises on delete cascade,
  successor text not null references premises on delete cascade,
  on_date date not null,
  primary key (premises, successor)
);

-- Surveyed retail units map many-to-many onto premises.
create table retail_unit (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  series text not null,
  name text,
  sales_floor_area integer
);
create table retail_unit_premises (
  retail_unit text not null references retail_unit on delete cascade,
  premises text not null references premises on delete cascade,
  primary key (retail_unit, premises)
);

create table series (
  id text primary key,
  municipality text not null references municipality on delete cascade,
  evidence text not null,
  kind text not null check (kind in ('spell', 'state')),
  name_nl text not null,
  name_en text not null,
  definition_nl text not null,
  definition_en text not null,
  source text not null,
  -- Months for which an observation holds at most.
  rhythm_months integer not null check (rhythm_months > 0),
  access text not null check (access in ('open', 'planner', 'licensed')),
  profile text not null default 'strict' check (profile in ('strict', 'visible')),
  -- Who recorded the decision for the visible profile, and when.
  profile_decision text,
  reliability text not null check (reliability in ('high', 'medium', 'low')),
  -- Order on the screens; the first open one is what the map opens with.
  rank smallint not null default 0,
  dataset text not null references dataset on delete cascade
);
create index on series (municipality);

-- A reference date is a dot on the timeline; figures never join dates of different method versions.
create table reference_date (
  series text not null references series on delete cascade,
  date date not null,
  method_version text not null default '1',
  primary key (series, date)
);

-- What was looked at: where (null: the whole municipality), which functions (null: all), from which floor area.
-- Several rows for one date add up.
create table coverage (
  id bigint generated always as identity primary key,
  series text not null,
  reference_date date not null,
  geom geometry(MultiPolygon, 28992),
  ranges jsonb,
  functions text[],
  least_floor_area integer,
  foreign key (series, reference_date) references reference_date on delete cascade
);
create index on coverage (series, reference_date);

-- The fact. Inside the coverage and without a row here means: looked at, in use.
create table observation (
  id bigint generated always as identity primary key,
  premises text not null references premises on delete cascade,
  series text not null,
  reference_date date not null,
  status text not null,
  -- m2, where only part is vacant or the source states it; null otherwise.
  vacant_floor_area integer check (vacant_floor_area >= 0),
  storey smallint,
  -- "Vacant since" as an interval; a null bound is open.
  since_earliest date,
  since_latest date,
  reliability text not null default 'medium',
  remark text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  foreign key (series, reference_date) references reference_date on delete cascade
);
create index on observation (series, reference_date);
create index on observation (premises, series, reference_date, id);
