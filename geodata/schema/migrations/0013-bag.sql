-- The address register names its addresses (nummeraanduiding, 16 digits); lists are matched on it. Null: not named.
alter table address add column bag_id text;
create index on address (bag_id);

-- Objects that are alike (earlier occurrences, another municipality's) share a row: a national file has millions.
alter table rejected_row add column objects integer not null default 1;
