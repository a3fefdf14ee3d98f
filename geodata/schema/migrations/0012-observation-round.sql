-- Rounds of observation that came as a list: what was asked about it, how the file was laid out, and every row as it
-- stood there, so that the round can be handed out again in the same layout.
create table observation_round (
  id text primary key,
  series text not null,
  reference_date date not null,
  dataset text not null references dataset on delete cascade,
  -- {areas: ids or null, functions: codes or null, leastFloorArea: m2 or null}: proposed again next time. What was looked at
  -- stands in `coverage` as it was on the day, also when an area is drawn anew.
  coverage jsonb not null,
  -- How the file was written (text: encoding, separator, line ends; workbook: sheet) and which column was taken for what.
  layout jsonb not null,
  -- Observations of a corrected file are as old as the round: what was corrected by hand since stays newer.
  first_recorded_at timestamptz not null,
  foreign key (series, reference_date) references reference_date on delete cascade,
  unique (series, reference_date)
);
create index on observation_round (dataset);

create table observation_round_row (
  round text not null references observation_round on delete cascade,
  -- The import that the row came with: of the round itself, or of a file with rows that were mended.
  dataset text not null references dataset on delete cascade,
  -- As the file counts it, from 1.
  number integer not null,
  -- `above` (with the heading), `row`, `no-row`, `second-table`.
  role text not null,
  -- As they stood in the file: a list of text, numbers, truth values, {date, time} and null.
  cells jsonb not null,
  -- Null where it is not about one premises; several where the row names several doors.
  premises text[],
  -- How sure the match is, and why the row was not loaded.
  match text,
  reason text,
  -- What of a loaded row was not understood.
  doubts text[] not null default '{}',
  primary key (round, number)
);
create index on observation_round_row (dataset);
