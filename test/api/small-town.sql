-- Proefdam: a municipality small enough to count by hand. Metres RD; all premises stand on straight streets.
--   Marktstraat 1-40  (x 120000, 120010, ...; y 500000)  in the town centre:
--       1-24 retail (5 vacant), 25-32 hospitality (2 vacant), 33-40 homes
--   Dorpsstraat 1-6   (x 121000, ...)  in the village core: six shops, one vacant: too few to be published
--   Kade 1-12         (x 122000, ...)  in the work area: twelve businesses, none vacant
insert into municipality (code, name, extent)
values ('GM9901', 'Proefdam', st_setsrid(st_makeenvelope(119000, 499000, 123000, 501000), 28992));

insert into dataset (id, municipality, source, title, owner, licence, attribution, file_name, sha256,
  reference_date, imported_by, revision, read_count, loaded_count, rejected_count)
values ('proef', 'GM9901', 'hand', 'Proefdam', 'Nobody', 'CC0-1.0', 'Proefdam', 'secret-file.csv', 'secret-sha',
  '2026-01-01', 'secret person', 1, 61, 58, 3);
insert into rejected_row (dataset, number, kind, reference, reason, detail, original)
values ('proef', 1, 'address', 'secret-row-1', 'no-street', '', '{}'),
  ('proef', 2, 'address', 'secret-row-2', 'no-street', '', '{}'),
  ('proef', 3, 'building', 'secret-row-3', 'not-closed', 'ring of 2 vertices', null);

create temporary table place on commit drop as
select 'Marktstraat' as street, n as number, 120000 + n * 10 as x, 500000 as y,
  case when n <= 24 then 'retail' when n <= 32 then 'hospitality' else 'housing' end as function,
  n in (2, 5, 9, 13, 20, 26, 30) as vacant from generate_series(1, 40) as n
union all
select 'Dorpsstraat', n, 121000 + n * 10, 500000, 'retail', n = 3 from generate_series(1, 6) as n
union all
select 'Kade', n, 122000 + n * 10, 500000, 'business', false from generate_series(1, 12) as n;

insert into area (id, municipality, kind, name, geom, geom_3857, dataset)
select id, 'GM9901', kind, name, st_multi(geom), st_multi(st_transform(geom, 3857)), 'proef'
from (values
  ('centrum', 'town-centre', 'Centrum Proefdam', 119900, 120500),
  ('oost', 'village-core', 'Oosterdorp', 120900, 121500),
  ('haven', 'work-area', 'De Häven', 121900, 122500)) as area (id, kind, name, west, east)
cross join lateral (select st_setsrid(st_makeenvelope(west, 499900, east, 500100), 28992) as geom) as outline;

insert into building (id, municipality, bag_id, build_year, use, geom, geom_3857, dataset)
select lower(street) || '-b' || number, 'GM9901', null, 1900 + number, 'retail', st_multi(geom),
  st_multi(st_transform(geom, 3857)), 'proef'
from place cross join lateral (select st_setsrid(st_makeenvelope(x - 4, y - 4, x + 4, y + 4), 28992) as geom) as g;

insert into address (id, municipality, street, number, letter, postcode, place, label, search, point, dataset)
select lower(street) || '-a' || number, 'GM9901', street, number, '', '9901AA', 'Proefdam',
  street || ' ' || number || ' Proefdam', lower(street) || ' ' || number || ' proefdam',
  st_setsrid(st_makepoint(x, y), 28992), 'proef' from place
union all
select 'marktstraat-a12b', 'GM9901', 'Marktstraat', 12, 'B', '9901AB', 'Proefdam', 'Marktstraat 12B Proefdam',
  'marktstraat 12b proefdam', st_setsrid(st_makepoint(120121, 500001), 28992), 'proef';

insert into street (id, municipality, name, place, search, geom, dataset)
select lower(street), 'GM9901', street, 'Proefdam', lower(street) || ' proefdam',
  st_multi(st_setsrid(st_makeline(st_makepoint(min(x), 500005), st_makepoint(max(x), 500005)), 28992)), 'proef'
from place group by street;

insert into premises (id, municipality, address, name, point, point_3857, dataset)
select lower(street) || '-p' || number, 'GM9901', lower(street) || '-a' || number, 'secret shop ' || number,
  st_setsrid(st_makepoint(x, y), 28992), st_transform(st_setsrid(st_makepoint(x, y), 28992), 3857), 'proef'
from place;
insert into premises_building (premises, building)
select lower(street) || '-p' || number, lower(street) || '-b' || number from place;
insert into premises_period (premises, from_date, function, floor_area, storey)
select lower(street) || '-p' || number, '2000-01-01', function, case when function = 'retail' then 100 end, 0
from place;

-- Two series: one for everyone, one for planners only. The second covers nothing: counts, no rate.
insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl, definition_en, source,
  rhythm_months, access, profile, reliability, rank, dataset)
values
  ('open-round', 'GM9901', 'surveyed', 'spell', 'Ronde', 'Round', 'Gelopen ronde', 'Walked round', 'Nobody', 12,
    'open', 'strict', 'high', 0, 'proef'),
  ('planner-list', 'GM9901', 'own-list', 'state', 'Eigen lijst', 'Own list', 'Lijst', 'List', 'Nobody', 12,
    'planner', 'strict', 'medium', 1, 'proef');
insert into reference_date (series, date)
values ('open-round', '2025-01-01'), ('open-round', '2026-01-01'), ('planner-list', '2026-01-01');
insert into coverage (series, reference_date, functions)
values ('open-round', '2025-01-01', array['retail', 'hospitality', 'business']),
  ('open-round', '2026-01-01', array['retail', 'hospitality', 'business']);
insert into observation (premises, series, reference_date, status, reliability, remark, recorded_by)
select lower(street) || '-p' || number, series, date::date, 'vacant', 'high', 'secret remark', 'secret person'
from place
cross join (values ('open-round', '2025-01-01'), ('open-round', '2026-01-01'), ('planner-list', '2026-01-01'))
  as seen (series, date)
where vacant and (date = '2026-01-01' or number % 2 = 0);

insert into base_feature (municipality, layer, class, name, geom_3857, dataset)
select 'GM9901', 'road', 'local', name, st_transform(geom, 3857), 'proef' from street;
