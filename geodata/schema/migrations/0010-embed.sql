-- Maps on other websites. Nothing here points at a municipality: what stands on a website outlives every import.

-- What somebody put on a website, by an opaque id that never changes; a withdrawn one stays, with its reason.
create table embed (
  id text primary key,
  municipality text not null,
  document jsonb not null,
  -- Grows with every save; a save names the one it started from.
  number integer not null default 1,
  made_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_reason text,
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index on embed (municipality);

-- Sites that may show maps of a municipality in a frame: origins, or `https://*.name` for every site below a name.
create table allowed_site (
  municipality text not null,
  site text not null,
  added_at timestamptz not null default now(),
  primary key (municipality, site)
);

-- How often an embed was shown, by day and by the origin of the page around it ('' where it did not say). No reader,
-- no address of a page, no time of day.
create table embed_use (
  embed text not null,
  origin text not null,
  day date not null,
  municipality text,
  shown integer not null default 0,
  primary key (embed, origin, day)
);
create index on embed_use (municipality);

-- A municipality's house style: the values of design tokens, checked when they came in; null fields are not there.
create table theme (
  municipality text primary key,
  -- {name: value}
  tokens jsonb not null,
  file_name text not null,
  added_at timestamptz not null default now()
);
