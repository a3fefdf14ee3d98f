-- From the staging tables to the model: everything is decided first (ready_*, with what is left out and why), then
-- put in place of the municipality's earlier delivery. Objects that stay keep their id.
-- The outline of the municipality: of its woonplaatsen, where the delivery has them all.
create temp table bag_outline on commit drop as
  select ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Force2D(ST_Union(t.geom))), 3))::geometry(MultiPolygon, 28992) as geom
  from bag_territory t having count(*) > 0;
create temp table bag_abroad on commit drop as
  select p.row_number, p.street is not null as addressed
  from bag_import i
  join municipality m on m.code = i.municipality
  join bag_premises p on i.by_place
    and not ST_Intersects(coalesce((select geom from bag_outline), m.boundary), ST_PointOnSurface(ST_Force2D(p.geom)));
insert into bag_rejected
  select 'premises', '', 'other-municipality', '', null, count(*) from bag_abroad having count(*) > 0;
insert into bag_rejected
  select 'address', '', 'other-municipality', '', null, count(*) from bag_abroad where addressed having count(*) > 0;
delete from bag_premises p using bag_abroad a where a.row_number = p.row_number;

insert into bag_address (id, bag_id, occurrence, street, number, letter, addition, postcode, place, label, search)
  select address, main, occurrence, street, number, letter, addition, postcode, place, label, search
  from bag_premises where street is not null and main is not null order by row_number;
-- A channel that does not name addresses repeats one for each premises that has it.
insert into bag_address (id, bag_id, occurrence, street, number, letter, addition, postcode, place, label, search)
  select distinct on (address) address, null, occurrence, street, number, letter, addition, postcode, place, label, search
  from bag_premises where street is not null and main is null order by address, row_number;
insert into bag_rejected
  select 'address', '', 'repeated', '', null, count(*) - count(distinct address)
  from bag_premises where street is not null and main is null having count(*) > count(distinct address);

create index on bag_building (id);
create index on bag_premises (id);
create index on bag_address (bag_id);
analyze bag_building (row_number, id, reference, occurrence);
analyze bag_premises (row_number, id, bag_id, address, main, buildings, secondary);
analyze bag_address (row_number, id, bag_id);

-- An object counts once. Of several occurrences that hold, the latest; the same row again is a repetition; another
-- row under the same id is a fault. A premises that a channel repeats for each of its buildings is in all of them.
create temp table bag_double on commit drop as
  select 'building' as kind, b.row_number, b.id, b.occurrence,
    first_value(b.row_number) over same as kept, first_value(b.occurrence) over same as newest,
    md5(concat_ws('|', b.year, b.status, b.geom::text)) as content
  from bag_building b join (select id from bag_building group by id having count(*) > 1) d on d.id = b.id
  window same as (partition by b.id order by b.occurrence desc, b.row_number)
  union all
  select 'premises', p.row_number, p.id, p.occurrence,
    first_value(p.row_number) over same, first_value(p.occurrence) over same,
    md5(concat_ws('|', p.function, p.purposes::text, p.floor_area, p.address, p.main, p.secondary::text, p.geom::text))
  from bag_premises p join (select id from bag_premises group by id having count(*) > 1) d on d.id = p.id
  window same as (partition by p.id order by p.occurrence desc, p.row_number)
  union all
  select 'address', a.row_number, a.bag_id, a.occurrence,
    first_value(a.row_number) over same, first_value(a.occurrence) over same, md5(concat_ws('|', a.id, a.postcode))
  from bag_address a join (select bag_id from bag_address where bag_id is not null group by bag_id having count(*) > 1) d
    on d.bag_id = a.bag_id
  window same as (partition by a.bag_id order by a.occurrence desc, a.row_number);
insert into bag_rejected
  select d.kind, d.id, case
      when d.occurrence < d.newest then 'earlier-occurrence'
      when d.content = k.content then 'repeated'
      else 'duplicate-id' end, '', null, 1
  from bag_double d join bag_double k on k.kind = d.kind and k.row_number = d.kept
  where d.row_number <> d.kept;
update bag_premises p set buildings = every.buildings
  from (
    select d.kept, array_agg(distinct b.building) as buildings
    from bag_double d join bag_premises o on o.row_number = d.row_number cross join unnest(o.buildings) b(building)
    where d.kind = 'premises' and d.occurrence = d.newest
    group by d.kept) every
  where p.row_number = every.kept;
delete from bag_building b using bag_double d
  where d.kind = 'building' and d.row_number = b.row_number and d.row_number <> d.kept;
delete from bag_premises b using bag_double d
  where d.kind = 'premises' and d.row_number = b.row_number and d.row_number <> d.kept;
delete from bag_address b using bag_double d
  where d.kind = 'address' and d.row_number = b.row_number and d.row_number <> d.kept;

-- Premises stand on a point; a berth or a pitch on a point within it.
create temp table bag_premises_point on commit drop as
  select p.row_number, case when ST_GeometryType(p.geom) = 'ST_Point' then ST_Force2D(p.geom)
    else ST_PointOnSurface(ST_MakeValid(ST_Force2D(p.geom))) end as point
  from bag_premises p;
create temp table ready_premises on commit drop as
  select p.id, p.bag_id, p.function, p.purposes, p.floor_area, p.address, p.main, p.secondary, p.buildings,
    g.point::geometry(Point, 28992) as point
  from bag_premises p join bag_premises_point g on g.row_number = p.row_number
  where not ST_IsEmpty(g.point);
insert into bag_rejected
  select 'premises', p.id, 'geometry-invalid', '', null, 1
  from bag_premises p join bag_premises_point g on g.row_number = p.row_number where ST_IsEmpty(g.point);
create unique index on ready_premises (id);
analyze ready_premises (id, bag_id, address, main, buildings, secondary);

create temp table bag_link on commit drop as
  select p.id as premises, b.building from ready_premises p cross join unnest(p.buildings) b(building);
create index on bag_link (building);
analyze bag_link;

-- Buildings: repaired where a surface is left.
create temp table bag_shape on commit drop as
  select b.id, b.reference, b.year, b.status, v.valid,
    ST_Multi(case when v.valid then g.flat else ST_CollectionExtract(ST_MakeValid(g.flat), 3) end) as geom
  from bag_building b
  cross join lateral (select ST_Force2D(b.geom) as flat) g
  cross join lateral (select ST_Dimension(g.flat) = 2 and ST_IsValid(g.flat) as valid) v;
insert into bag_rejected
  select 'building', id, 'geometry-invalid', '', null, 1 from bag_shape where not valid and ST_Area(geom) = 0;
delete from bag_shape where not valid and ST_Area(geom) = 0;
insert into bag_rejected
  select 'remark', id, 'geometry-repaired', '', null, 1 from bag_shape where not valid;

-- Of a delivery of more than one municipality: what its premises are in, and what lies within its outline.
create temp table bag_elsewhere on commit drop as
  select s.id
  from bag_shape s
  cross join (
    select coalesce((select geom from bag_outline),
      (select m.boundary from municipality m join bag_import i on m.code = i.municipality)) as geom) o
  cross join bag_import i
  where i.wider and o.geom is not null and not ST_Intersects(o.geom, ST_PointOnSurface(s.geom))
    and not exists (select from bag_link l where l.building in (s.id, s.reference));
insert into bag_rejected
  select 'building', '', 'other-municipality', '', null, count(*) from bag_elsewhere having count(*) > 0;
delete from bag_shape s using bag_elsewhere e where e.id = s.id;
create temp table ready_building on commit drop as
  select id, reference, year, status, geom::geometry(MultiPolygon, 28992) as geom from bag_shape;
create unique index on ready_building (id);
create index on ready_building (reference);
create index on ready_building using gist (geom);
analyze ready_building (id, reference);

create temp table ready_link on commit drop as
  select l.premises, b.id as building from bag_link l join ready_building b on b.id = l.building
  union
  select l.premises, b.id from bag_link l join ready_building b on b.reference = l.building;
create index on ready_link (premises);
create index on ready_link (building);
analyze ready_link;

-- Addresses: those that premises have, main or secondary; each stands where its premises stands. Two of one wording in
-- one place (the register has some) keep apart: the later takes the register's id.
create temp table bag_named on commit drop as
  select a.bag_id, a.row_number,
    case when row_number() over (partition by a.id order by a.bag_id, a.row_number) = 1 then a.id
      else coalesce(a.bag_id, a.id || '-' || a.row_number) end as id
  from bag_address a;
create index on bag_named (bag_id);
create temp table bag_premises_address on commit drop as
  select p.id as premises, n.row_number, n.id as address, true as main, p.point
  from ready_premises p join bag_named n on n.bag_id = p.main
  union all
  select p.id, n.row_number, n.id, true, p.point
  from ready_premises p join bag_address a on a.id = p.address and a.bag_id is null
  join bag_named n on n.row_number = a.row_number
  where p.main is null
  union all
  select p.id, n.row_number, n.id, false, p.point
  from ready_premises p cross join unnest(p.secondary) s(bag_id) join bag_named n on n.bag_id = s.bag_id;
create temp table ready_address on commit drop as
  select distinct on (l.address) l.address as id, a.bag_id, a.street, a.number, a.letter, a.addition, a.postcode,
    a.place, a.label, a.search, l.point
  from bag_premises_address l join bag_address a on a.row_number = l.row_number
  order by l.address, l.main desc, l.premises;
create unique index on ready_address (id);
analyze ready_address (id, bag_id);
insert into bag_rejected
  select 'address', '', 'address-without-premises', '', null, count(*)
  from bag_named n where not exists (select from ready_address r where r.id = n.id) having count(*) > 0;
create temp table ready_main on commit drop as
  select distinct on (premises) premises, address from bag_premises_address where main order by premises, address;
create unique index on ready_main (premises);

-- What another municipality has already stays there.
create temp table bag_taken on commit drop as
  select 'building' as kind, r.id from ready_building r join building t on t.id = r.id
    join bag_import i on t.municipality <> i.municipality
  union all
  select 'premises', r.id from ready_premises r join premises t on t.id = r.id
    join bag_import i on t.municipality <> i.municipality
  union all
  select 'address', r.id from ready_address r join address t on t.id = r.id
    join bag_import i on t.municipality <> i.municipality;
insert into bag_rejected select kind, id, 'in-other-dataset', '', null, 1 from bag_taken;
delete from ready_building r using bag_taken t where t.kind = 'building' and t.id = r.id;
delete from ready_premises r using bag_taken t where t.kind = 'premises' and t.id = r.id;
delete from ready_address r using bag_taken t where t.kind = 'address' and t.id = r.id;
delete from ready_link l using bag_taken t where t.kind = 'building' and t.id = l.building;
delete from ready_link l using bag_taken t where t.kind = 'premises' and t.id = l.premises;
delete from ready_main m using bag_taken t where t.kind = 'address' and t.id = m.address;

-- Remarks. A floor area is implausible beyond one and a half times the footprint on every storey: four storeys for a
-- home that has its building for itself, forty for anything else (the register has no storeys).
insert into bag_rejected
  select 'remark', f.id, 'floor-area-implausible', f.floor_area || ' m2 / ' || round(f.footprint) || ' m2', null, 1
  from (
    select p.id, p.floor_area, p.purposes, sum(ST_Area(b.geom)) as footprint,
      bool_and((select count(*) from ready_link o where o.building = l.building) = 1) as alone
    from ready_premises p join ready_link l on l.premises = p.id join ready_building b on b.id = l.building
    where p.floor_area > 60
    group by p.id, p.floor_area, p.purposes) f
  where f.floor_area > 1.5 * f.footprint * case when f.alone and f.purposes = '{woonfunctie}' then 4 else 40 end;
insert into bag_rejected
  select 'remark', '', 'floor-area-unknown', '', null, count(*) from ready_premises where floor_area is null
  having count(*) > 0;
insert into bag_rejected
  select 'remark', '', 'building-missing', '', null, count(*)
  from ready_premises p where cardinality(p.buildings) > 0
    and not exists (select from ready_link l where l.premises = p.id)
  having count(*) > 0;
