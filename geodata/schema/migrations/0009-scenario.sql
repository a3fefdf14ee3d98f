-- Scenarios. Nothing here points at a municipality: what a council decided on outlives every import of its data.
-- Drafts, bases and archives are the planners'; visitors read `published_scenario`, which has passed the policy.

-- What scenarios start from, as canonical JSON text: the premises of an area, and the ground under a still map.
create table scenario_base (
  -- Of `base` and `ground` together, hex; scenarios with the same base share one row.
  sha256 text primary key,
  base text not null,
  ground text not null,
  -- Of the base, for lists: {id, kind, name} of its area, and the revision it was made from.
  area jsonb not null,
  revision integer not null
);

create table scenario (
  id text primary key,
  municipality text not null,
  document jsonb not null,
  -- Grows with every save; a save names the one it started from, so that of two planners neither loses anything.
  draft_number integer not null default 1,
  base text not null references scenario_base,
  updated_at timestamptz not null default now(),
  -- {scenario, version, title, number} and the document it started from; null for what is no amendment.
  amendment_of jsonb,
  original jsonb,
  -- Amendments that were ever begun of this scenario: the next is A<n + 1>, also when one is thrown away.
  amendments integer not null default 0
);
create index on scenario (municipality);
create index on scenario (base);

-- A version, exactly as it was published. `archive` is the text that the checksum was made of.
create table scenario_version (
  scenario text not null references scenario,
  version integer not null check (version > 0),
  municipality text not null,
  archive text not null,
  checksum text not null,
  software text not null,
  revision integer not null,
  published_at timestamptz not null,
  primary key (scenario, version)
);

-- What anybody may see of a version. Status, decision and withdrawal are written beside it, each once.
create table published_scenario (
  scenario text not null,
  version integer not null,
  municipality text not null,
  -- json, not jsonb: what was written is answered to the byte.
  content json not null,
  settings json not null,
  -- Of the content, for lists: title, summary, area, amendmentOf, publishedAt.
  line jsonb not null,
  status text not null check (status in ('published', 'decision', 'withdrawn')),
  decision jsonb,
  withdrawn jsonb,
  primary key (scenario, version),
  foreign key (scenario, version) references scenario_version
);
create index on published_scenario (municipality);

-- A draft as it was when it was shared by link. Who has no key finds nothing: visitors ask by the hash of one.
create table shared_scenario (
  scenario text primary key references scenario on delete cascade,
  key_hash text not null unique,
  content json not null
);

-- A version never changes and never goes, whoever asks; only those of an invented municipality may go with it.
create function keep_scenario_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from kernkaart.municipality where code = old.municipality and fictional
  ) then
    return old;
  end if;
  raise exception 'version % of scenario % is kept as it is', old.version, old.scenario
    using errcode = 'integrity_constraint_violation';
end
$$;
create trigger keep before update or delete on scenario_version
  for each row execute function keep_scenario_version();
create trigger keep before delete on published_scenario
  for each row execute function keep_scenario_version();

create function keep_published_scenario() returns trigger language plpgsql as $$
begin
  if (new.scenario, new.version, new.municipality, new.line, new.content::text, new.settings::text)
      is distinct from
      (old.scenario, old.version, old.municipality, old.line, old.content::text, old.settings::text)
    or (old.decision is not null and new.decision is distinct from old.decision)
    or (old.withdrawn is not null and new.withdrawn is distinct from old.withdrawn)
  then
    raise exception 'version % of scenario % is kept as it is', old.version, old.scenario
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_content before update on published_scenario
  for each row execute function keep_published_scenario();
