-- From the staging tables to the model. Everything is decided first (ready_*, with what is rejected and why),
-- then put in place of the municipality's earlier OpenStreetMap dataset. Objects that stay keep their id and
-- so whatever other sources and planners recorded of them.

create temp table osm_old on commit drop as
  select d.id from dataset d join osm_import i on d.municipality = i.municipality where d.source = 'openstreetmap';

-- 275 m around what the file covers: roads do not end at the last house, yet whole motorways that hang on a
-- relation stay out.
update osm_import set clip = ST_Expand(
  coalesce(bbox, (
    select ST_SetSRID(ST_Extent(g)::geometry, 4326)
    from (select geom as g from osm_building union all select geom from osm_address) known
  )), 0.004, 0.0025);

-- Buildings: polygons only, repaired where that leaves a surface.
create temp table ready_building on commit drop as
  select b.reference, b.id, b.bag_id, b.build_year, b.status, b.use, b.residential,
    ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(b.geom, 28992)), 3))::geometry(MultiPolygon, 28992) as geom
  from osm_building b;
insert into osm_rejected
  select 'building', reference, 'geometry-invalid', '' from ready_building where ST_Area(geom) = 0;
delete from ready_building where ST_Area(geom) = 0;
create index on ready_building using gist (geom);
create index on ready_building (reference);
-- Without the shapes: import/finish.ts says what the embedded engine makes of their statistics.
analyze ready_building (id, reference);

-- Addresses, each in the smallest building around it (a roof may lie over a house), else within 5 m.
create temp table osm_address_point on commit drop as
  select a.reference, a.id, a.premises, a.bag_id, a.street, a.number, a.letter, a.addition, a.postcode, a.place, a.label, a.search,
    case when ST_GeometryType(g.geom) = 'ST_Point' then g.geom else ST_PointOnSurface(ST_MakeValid(g.geom)) end
      ::geometry(Point, 28992) as point
  from osm_address a cross join lateral (select ST_Transform(a.geom, 28992) as geom) g;
create temp table ready_address on commit drop as
  select a.*, b.id as building, coalesce(b.residential, false) as residential
  from osm_address_point a
  left join lateral (
    select b.id, b.residential from ready_building b
    where ST_DWithin(b.geom, a.point, 5)
    order by ST_Distance(b.geom, a.point), ST_Area(b.geom), b.id
    limit 1
  ) b on true;
create index on ready_address using gist (point);
create index on ready_address (building);
create index on ready_address (street);
analyze ready_address (id, building, street);

-- Uses: where they stand, in which building, at which address.
create temp table osm_use_shape on commit drop as
  select u.reference, u.premises, u.address, u.name, u.function, u.rank, u.vacant, u.tag, o.id as own_building,
    ST_MakeValid(ST_Transform(u.geom, 28992)) as geom
  from osm_use u left join ready_building o on o.reference = u.reference;
create temp table osm_use_place on commit drop as
  select u.*,
    u.own_building is null and ST_Dimension(u.geom) = 2 as ground,
    (case when ST_GeometryType(u.geom) = 'ST_Point' then u.geom else ST_PointOnSurface(u.geom) end)
      ::geometry(Point, 28992) as point
  from osm_use_shape u;
create temp table building_address on commit drop as
  select building, min(id) as address from ready_address where building is not null group by building having count(*) = 1;
create temp table ground_address on commit drop as
  select u.reference, min(a.id) as address, count(*) as addresses
  from osm_use_place u join ready_address a on ST_Intersects(u.geom, a.point)
  where u.ground and u.address is null
  group by u.reference;
create temp table ready_use on commit drop as
  select u.reference, u.premises, u.name, u.function, u.rank, u.vacant, u.tag, u.point, u.address as stated_address,
    coalesce(u.own_building, b.id) as building,
    coalesce(u.address, case when u.ground then ga.address else ba.address end) as address,
    coalesce(ga.addresses, 0) as ground_addresses
  from osm_use_place u
  left join lateral (
    select b.id from ready_building b
    where u.own_building is null and not u.ground and ST_DWithin(b.geom, u.point, 5)
    order by ST_Distance(b.geom, u.point), ST_Area(b.geom), b.id
    limit 1
  ) b on true
  left join building_address ba on ba.building = coalesce(u.own_building, b.id)
  left join ground_address ga on ga.reference = u.reference;

insert into osm_rejected
  select 'point-of-interest', reference, 'ground-with-addresses', tag || ' (' || ground_addresses || ')'
  from ready_use where ground_addresses > 1;
delete from ready_use where ground_addresses > 1;

-- One premises drawn twice: as a node and as an outline, in the same building at the same address.
create temp table double_use on commit drop as
  select reference, kept from (
    select reference, name,
      first_value(reference) over same as kept, row_number() over same as place
    from ready_use
    where name is not null and coalesce(building, address) is not null
    window same as (
      partition by building, address, lower(name), function
      order by stated_address is null, vacant, length(reference), reference)
  ) numbered where place > 1;
insert into osm_rejected
  select 'point-of-interest', reference, 'duplicate-use', kept from double_use;
delete from ready_use u using double_use d where d.reference = u.reference;

-- An address takes one use: that of its own object, else what is in use, else by rank. Others stand on their own.
create temp table address_use on commit drop as
  select distinct on (u.address) u.address, u.reference, u.name, u.function, u.vacant, u.tag
  from ready_use u join ready_address a on a.id = u.address
  order by u.address, u.reference <> a.reference, u.vacant, u.rank, length(u.reference), u.reference;
create index on address_use (reference);

create temp table ready_premises on commit drop as
  select a.premises as id, a.bag_id, a.id as address, u.name, a.point, a.building,
    coalesce(u.function, case when a.residential then 'housing' else 'unknown' end) as function,
    u.reference as use_reference, coalesce(u.vacant, false) as vacant, u.tag, a.reference as address_reference
  from ready_address a left join address_use u on u.address = a.id
  union all
  select u.premises, null, u.stated_address, u.name, u.point, u.building, u.function, u.reference, u.vacant, u.tag, null
  from ready_use u where not exists (select from address_use t where t.reference = u.reference);

-- What already belongs to another dataset stays there.
create temp table taken on commit drop as
  select 'building' as kind, r.reference, r.id from ready_building r join building t on t.id = r.id
    where t.dataset not in (select id from osm_old)
  union all
  select 'address', r.reference, r.id from ready_address r join address t on t.id = r.id
    where t.dataset not in (select id from osm_old)
  union all
  select 'premises', coalesce(r.address_reference, r.use_reference), r.id from ready_premises r join premises t on t.id = r.id
    where t.dataset not in (select id from osm_old)
  union all
  select 'area', r.reference, r.id from osm_area r join area t on t.id = r.id
    where t.dataset not in (select id from osm_old);
insert into osm_rejected
  select distinct on (k.kind, k.reference) k.kind, k.reference, 'in-other-dataset', ''
  from (
    select kind, reference from taken where kind <> 'premises'
    union all
    select 'address', r.address_reference from ready_premises r join taken t on t.kind = 'premises' and t.id = r.id
      where r.address_reference is not null
    union all
    select 'point-of-interest', r.use_reference from ready_premises r
      where r.use_reference is not null and exists (
        select from taken t where (t.kind = 'premises' and t.id = r.id) or (t.kind = 'address' and t.id = r.address))
  ) k;
delete from ready_premises r where exists (
  select from taken t
  where (t.kind = 'premises' and t.id = r.id) or (t.kind = 'address' and t.id = r.address));
delete from ready_address r using osm_rejected t
  where t.kind = 'address' and t.reason = 'in-other-dataset' and t.reference = r.reference;
update ready_premises p set address = null
  where address is not null and not exists (select from ready_address a where a.id = p.address);
delete from osm_area r using taken t where t.kind = 'area' and t.id = r.id;

-- A vacancy shares the fate of the use it was said of.
insert into osm_rejected
  select 'vacancy', r.reference, r.reason, r.detail
  from osm_rejected r join osm_use u on u.reference = r.reference and u.vacant
  where r.kind = 'point-of-interest';

-- In place. The municipality keeps a name that somebody confirmed.
insert into municipality (code, name, provisional, extent)
  select municipality, name, provisional, ST_Envelope(ST_Transform(clip, 28992)) from osm_import
on conflict (code) do update set
  name = case when municipality.provisional then excluded.name else municipality.name end,
  provisional = municipality.provisional and excluded.provisional;

insert into dataset (id, municipality, source, title, owner, licence, attribution, file_name, sha256, reference_date,
    imported_by, revision, read_count, loaded_count, rejected_count)
  select dataset, municipality, 'openstreetmap', title, 'OpenStreetMap contributors', 'ODbL 1.0',
    '© OpenStreetMap contributors', file_name, sha256, reference_date, recorded_by, 0, 0, 0, 0
  from osm_import;

insert into building (id, municipality, bag_id, build_year, status, use, geom, geom_3857, dataset)
  select b.id, i.municipality, b.bag_id, b.build_year, b.status, b.use, b.geom, ST_Transform(b.geom, 3857), i.dataset
  from ready_building b cross join osm_import i
  where not exists (select from taken t where t.kind = 'building' and t.id = b.id)
on conflict (id) do update set
  municipality = excluded.municipality, bag_id = excluded.bag_id, build_year = excluded.build_year,
  status = excluded.status, use = excluded.use, geom = excluded.geom, geom_3857 = excluded.geom_3857,
  dataset = excluded.dataset;

insert into address (id, municipality, street, number, letter, addition, postcode, place, label, search, point, dataset)
  select a.id, i.municipality, a.street, a.number, a.letter, a.addition, a.postcode, a.place, a.label, a.search, a.point,
    i.dataset
  from ready_address a cross join osm_import i
on conflict (id) do update set
  street = excluded.street, number = excluded.number, letter = excluded.letter, addition = excluded.addition,
  postcode = excluded.postcode, place = excluded.place, label = excluded.label, search = excluded.search,
  point = excluded.point, dataset = excluded.dataset;

insert into premises (id, municipality, bag_id, address, name, point, point_3857, dataset)
  select p.id, i.municipality, p.bag_id, p.address, p.name, p.point, ST_Transform(p.point, 3857), i.dataset
  from ready_premises p cross join osm_import i
on conflict (id) do update set
  bag_id = excluded.bag_id, address = excluded.address, name = excluded.name, point = excluded.point,
  point_3857 = excluded.point_3857, dataset = excluded.dataset;

delete from premises_building pb using ready_premises p where pb.premises = p.id;
insert into premises_building (premises, building) select id, building from ready_premises where building is not null;

-- A period goes on as long as the function stays what it was.
delete from premises_period pp using ready_premises p, osm_import i
  where pp.premises = p.id and pp.from_date >= i.reference_date;
update premises_period pp set until_date = i.reference_date
  from ready_premises p, osm_import i
  where pp.premises = p.id and pp.function <> p.function
    and (pp.until_date is null or pp.until_date > i.reference_date);
insert into premises_period (premises, from_date, function)
  select p.id, i.reference_date, p.function
  from ready_premises p cross join osm_import i
  where not exists (
    select from premises_period pp
    where pp.premises = p.id and (pp.until_date is null or pp.until_date > i.reference_date));

-- Streets, one per name and place, cut to the extract; the place is that of the nearest address in the street.
create temp table osm_street_part on commit drop as
  select s.name, s.search, ST_Transform(cut.geom, 28992) as geom
  from osm_street s cross join osm_import i
  cross join lateral (select ST_CollectionExtract(ST_ClipByBox2D(s.geom, i.clip::box2d), 2) as geom) cut
  where s.geom && i.clip and not ST_IsEmpty(cut.geom);
insert into street (id, municipality, name, place, search, geom, dataset)
  select left(encode(sha256(convert_to('street|' || i.municipality || '|' || s.name || '|' || s.place, 'UTF8')), 'hex'), 20),
    i.municipality, s.name, s.place, min(s.search), ST_Multi(ST_LineMerge(ST_Collect(s.geom))), i.dataset
  from (
    select p.name, p.search, coalesce(near.place, i.place) as place, (ST_Dump(p.geom)).geom as geom
    from osm_street_part p cross join osm_import i
    left join lateral (
      -- By distance and not by <->: that would walk the spatial index through the whole town.
      select a.place from ready_address a where a.street = p.name order by ST_Distance(a.point, p.geom) limit 1
    ) near on true
  ) s cross join osm_import i
  group by i.municipality, i.dataset, s.name, s.place
on conflict (id) do update set search = excluded.search, geom = excluded.geom, dataset = excluded.dataset;

-- Areas; one without a name is called after its kind and the street nearest to its middle.
create temp table ready_area on commit drop as
  select a.reference, a.id, a.kind, a.kind_name, a.name,
    ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(a.geom, 28992)), 3))::geometry(MultiPolygon, 28992) as geom
  from osm_area a;
insert into osm_rejected
  select 'area', reference, 'geometry-invalid', '' from ready_area where ST_Area(geom) = 0;
delete from ready_area where ST_Area(geom) = 0;
create temp table area_name on commit drop as
  select a.id, a.kind_name || coalesce(' ' || s.name, '') as name,
    row_number() over (partition by a.kind_name, s.name order by ST_Area(a.geom) desc, a.id) as place
  from ready_area a
  left join lateral (
    select s.name from street s join osm_import i on s.dataset = i.dataset
    order by s.geom <-> ST_PointOnSurface(a.geom), s.name limit 1
  ) s on true
  where a.name is null;
insert into area (id, municipality, kind, name, name_derived, geom, geom_3857, dataset)
  select a.id, i.municipality, a.kind,
    coalesce(a.name, n.name || case when n.place > 1 then ' (' || n.place || ')' else '' end),
    a.name is null, a.geom, ST_Transform(a.geom, 3857), i.dataset
  from ready_area a cross join osm_import i left join area_name n on n.id = a.id
on conflict (id) do update set
  kind = excluded.kind, name = excluded.name, name_derived = excluded.name_derived, geom = excluded.geom,
  geom_3857 = excluded.geom_3857, dataset = excluded.dataset;

-- The base map, cut to the extract. An area is drawn from the zoom at which it is about two pixels wide
-- (156543 m: width of a pixel of 256-pixel tiles at zoom 0).
insert into base_feature (municipality, layer, class, name, bridge, tunnel, min_zoom, geom_3857, dataset)
  select i.municipality, f.layer, f.class, f.name, f.bridge, f.tunnel,
    greatest(f.min_zoom, case
      when ST_Dimension(f.geom) < 2 then 0
      else least(15, greatest(0, ceil(log(2, (2 * 156543 / greatest(1, sqrt(ST_Area(f.geom))))::numeric)))) end),
    f.geom, i.dataset
  from (
    select b.layer, b.class, b.name, b.bridge, b.tunnel, b.min_zoom, ST_Transform(cut.geom, 3857) as geom
    from osm_base b cross join osm_import i
    cross join lateral (
      select case when ST_Dimension(b.geom) = 0 then b.geom
        else ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_ClipByBox2D(ST_MakeValid(b.geom), i.clip::box2d)), ST_Dimension(b.geom) + 1))
        end as geom
    ) cut
    where b.geom && i.clip and not ST_IsEmpty(cut.geom)
  ) f cross join osm_import i;
insert into base_feature (municipality, layer, class, geom_3857, dataset)
  select municipality, 'land', 'land', ST_Transform(clip, 3857), dataset from osm_import;

-- Vacancy, as a state on the date of the extract. Functions that mappers do not map by use are not covered.
insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl, definition_en, source,
    rhythm_months, access, profile, reliability, rank, dataset)
  select series, municipality, 'mapped', 'state', 'In kaart gebracht in OpenStreetMap', 'Mapped in OpenStreetMap',
    'Leeg is wat vrijwilligers in OpenStreetMap als leegstaand of buiten gebruik hebben aangegeven. Wat als winkel, horeca, kantoor of voorziening op de kaart staat, telt als in gebruik. Niemand heeft het stelselmatig nagelopen en sinds wanneer het leeg staat, is niet bekend.',
    'Vacant is what volunteers have marked in OpenStreetMap as vacant or out of use. What is on the map as a shop, a restaurant, an office or a facility counts as in use. Nobody has surveyed it systematically, and since when it has been vacant is not known.',
    'OpenStreetMap', 12, 'open', 'strict', 'low', 90, dataset
  from osm_import
on conflict (id) do update set dataset = excluded.dataset;
delete from reference_date r using osm_import i where r.series = i.series;
insert into reference_date (series, date) select series, reference_date from osm_import;

insert into observation (premises, series, reference_date, status, reliability, remark, recorded_by)
  select p.id, i.series, i.reference_date, 'vacant', 'low', p.tag, i.recorded_by
  from ready_premises p cross join osm_import i where p.vacant;
-- Premises that another source brought and this extract does not know: nobody mapped them, so nothing is known of them here.
-- Without this the coverage would say that they were looked at and in use.
insert into observation (premises, series, reference_date, status, reliability, recorded_by)
  select p.id, i.series, i.reference_date, 'unknown', 'low', i.recorded_by
  from premises p join osm_import i on p.municipality = i.municipality
  where p.dataset not in (select id from osm_old) and p.dataset <> i.dataset
    and not exists (select from ready_premises r where r.id = p.id);

-- What is left of the earlier dataset goes. Derived rows first: they are made again, and cascading into them is slow.
delete from premises_state s using series r, osm_import i
  where r.id = s.series and r.municipality = i.municipality and exists (select from osm_old);
delete from street_side s using osm_import i where s.municipality = i.municipality and exists (select from osm_old);
delete from dataset where id in (select id from osm_old);

-- The extent is that of everything known of the municipality; the boundary only if the extract holds all of it.
update municipality m set
  extent = (
    select coalesce(ST_Envelope(ST_Buffer(ST_SetSRID(ST_Extent(g)::geometry, 28992), 1)), m.extent)
    from (
      select geom as g from building where municipality = m.code
      union all select point from address where municipality = m.code
      union all select point from premises where municipality = m.code
    ) known),
  boundary = coalesce(m.boundary, (
    select ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(i.boundary, 28992)), 3))
    where ST_Covers(i.clip, ST_Envelope(i.boundary))))
  from osm_import i where m.code = i.municipality;

insert into coverage (series, reference_date, geom, functions)
  select i.series, i.reference_date, case when m.boundary is null then ST_Multi(m.extent) end,
    '{retail,hospitality,services,culture,community,office,business}'
  from osm_import i join municipality m on m.code = i.municipality;

insert into rejected_row (dataset, number, kind, reference, reason, detail)
  select i.dataset, row_number() over (order by r.kind, r.reason, length(r.reference), r.reference), r.kind, r.reference,
    r.reason, r.detail
  from osm_rejected r cross join osm_import i;
