-- What the disclosure policy needs beside a tally and nobody is shown (UNIT_MEASURES in geodata/figures/measure.ts,
-- int32, measures x dates): the largest premises and how many make up the vacant floor area.
alter table area_tally add column units bytea not null default '';
alter table cell add column units bytea not null default '';
