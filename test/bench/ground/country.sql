-- One municipality of an invented country, $1 its number: 50,000 premises on plots of 12 x 24 m in streets of 250 doors,
-- each with a building and an address; twenty areas; a list with four reference dates, one in twelve vacant.
create temp table plot on commit drop as
  select n, n / 250 as street, n % 250 as door,
    100000 + ($1 % 5) * 20000 + (n % 250) * 12 as x, 400000 + ($1 / 5) * 20000 + (n / 250) * 48 as y
  from generate_series(0, 49999) as n;
insert into municipality (code, name, extent)
  values ('GM8' || lpad('$1', 3, '0'), 'Gemeente $1', (
    select st_setsrid(st_makeenvelope(min(x) - 50, min(y) - 50, max(x) + 50, max(y) + 50), 28992) from plot));
insert into dataset (id, municipality, source, title, owner, licence, attribution, reference_date, imported_by, revision,
    read_count, loaded_count, rejected_count)
  values ('set$1', 'GM8' || lpad('$1', 3, '0'), 'bench', 'Invented', 'Nobody', 'CC0-1.0', 'Invented', '2026-01-01', 'bench', 0,
    50000, 50000, 0);
create temp table town on commit drop as select 'GM8' || lpad('$1', 3, '0') as code, 'set$1' as dataset;
insert into building (id, municipality, build_year, geom, geom_3857, dataset)
  select 'b$1-' || n, code, 1900 + n % 120, st_multi(g), st_multi(st_transform(g, 3857)), dataset
  from plot cross join town
  cross join lateral (select st_setsrid(st_makeenvelope(x, y, x + 10, y + 20), 28992) as g) shape;
insert into address (id, municipality, street, number, place, label, search, point, dataset)
  select 'a$1-' || n, code, 'Straat ' || street, door + 1, 'Plaats $1', 'Straat ' || street || ' ' || door + 1,
    'straat ' || street || ' ' || door + 1, st_setsrid(st_makepoint(x + 5, y + 10), 28992), dataset
  from plot cross join town;
insert into premises (id, municipality, address, point, point_3857, dataset)
  select 'p$1-' || n, code, 'a$1-' || n, p, st_transform(p, 3857), dataset
  from plot cross join town cross join lateral (select st_setsrid(st_makepoint(x + 5, y + 10), 28992) as p) place;
insert into premises_building (premises, building) select 'p$1-' || n, 'b$1-' || n from plot;
insert into premises_period (premises, from_date, function, floor_area)
  select 'p$1-' || n, '2000-01-01', (array['retail', 'office', 'business', 'hospitality', 'housing'])[1 + n % 5], 80 + n % 200
  from plot;
insert into area (id, municipality, kind, name, geom, geom_3857, dataset)
  select 'area$1-' || k, code, 'town-centre', 'Centrum ' || k, st_multi(g), st_multi(st_transform(g, 3857)), dataset
  from generate_series(0, 19) as k cross join town
  cross join lateral (
    select st_setsrid(st_makeenvelope(min(x), min(y) + k * 480, min(x) + 1500, min(y) + k * 480 + 400), 28992) as g
    from plot) shape;
insert into street (id, municipality, name, place, search, geom, dataset)
  select 's$1-' || street, code, 'Straat ' || street, 'Plaats $1', 'straat ' || street,
    st_multi(st_setsrid(st_makeline(st_makepoint(min(x), min(y) - 6), st_makepoint(max(x), min(y) - 6)), 28992)), dataset
  from plot cross join town group by street, code, dataset;
insert into base_feature (municipality, layer, class, geom_3857, dataset)
  select code, 'land', 'land', st_transform(extent, 3857), dataset from municipality join town using (code);
insert into base_feature (municipality, layer, class, min_zoom, geom_3857, dataset)
  select municipality, 'road', 'local', 12, st_transform(geom, 3857), s.dataset from street s join town on code = municipality;
insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl, definition_en, source, rhythm_months,
    access, reliability, dataset)
  select 'list$1', code, 'own-list', 'spell', 'Lijst', 'List', 'Verzonnen', 'Invented', 'bench', 12, 'open', 'high', dataset
  from town;
insert into reference_date (series, date)
  select 'list$1', d from unnest('{2023-01-01,2024-01-01,2025-01-01,2026-01-01}'::date[]) d;
insert into coverage (series, reference_date, functions)
  select series, date, '{retail,office,business,hospitality}' from reference_date where series = 'list$1';
insert into observation (premises, series, reference_date, status, recorded_by)
  select 'p$1-' || n, 'list$1', date, 'vacant', 'bench' from plot cross join reference_date
  where series = 'list$1' and (n * 7919 + extract(year from date)::integer) % 12 = 0;
