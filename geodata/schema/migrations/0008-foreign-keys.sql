-- A foreign key without an index makes every removal of what it points at read the whole table: taking away a
-- town by cascade cost more than loading it.
create index on premises (address);
create index on premises_address (address);
create index on premises_successor (successor);
create index on premises_state (premises);
create index on street_side (area);
create index on street_side_premises (premises);
create index on retail_unit_premises (premises);
create index on area (dataset);
create index on building (dataset);
create index on address (dataset);
create index on street (dataset);
create index on base_feature (municipality);
create index on base_feature (dataset);
create index on premises (dataset);
create index on series (dataset);
