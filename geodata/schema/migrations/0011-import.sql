-- Imports: what is on its way, what was before and can be restored, what somebody corrected by hand.

-- An import that somebody began on a screen; it goes on when the page is closed, and says how far it is.
create table import_job (
  id text primary key,
  -- Null until it is known whose data they are.
  municipality text,
  source text,
  file_name text not null,
  bytes bigint not null,
  sha256 text not null,
  state text not null
    check (state in ('looking', 'asking', 'waiting', 'running', 'done', 'failed', 'cancelled')),
  -- Answers so far, what was recognised, how far it is, what came of it, why it could not be done.
  options jsonb not null default '{}',
  preview jsonb,
  step text,
  progress real,
  result jsonb,
  fault jsonb,
  made_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  made_by text not null
);
create index on import_job (made_at);

-- What a revision was made of and what it changed, for the catalogue; null on revisions of before.
alter table revision add column dataset text;
alter table revision add column counts jsonb;
-- [{kind, added, changed, removed}] against the revision before; null: nothing to compare with.
alter table revision add column changes jsonb;

-- Revisions whose rows are kept so that they can be restored. A table that is not named was not about to change: its rows
-- stand with the next kept revision that names it, or are the present ones. The rows themselves are in tables that
-- geodata/import/keep.ts makes beside each table.
create table kept_revision (
  revision integer primary key,
  municipality text not null,
  tables text[] not null,
  kept_at timestamptz not null default now()
);
create index on kept_revision (municipality);

-- Who a sign-in link was made for, as the catalogue shows it; null: nobody said.
alter table sign_in_token add column name text;
alter table session add column name text;

-- Why somebody corrected what was observed; null for what came with an import.
alter table observation add column reason text;
