-- Puts what is ready in place. First who has what: other sources' doubles of the same address, and earlier deliveries.
create temp table bag_old on commit drop as
  select d.id from dataset d join bag_import i on d.municipality = i.municipality
  where d.source = 'bag' and d.id <> i.dataset;

-- What the map knew a use of, before the register comes in its place; and what the register had already.
create temp table bag_mapped on commit drop as
  select p.id
  from premises p join bag_import i on p.municipality = i.municipality
  join dataset d on d.id = p.dataset and d.source = 'openstreetmap'
  where p.name is not null or exists (
    select from premises_period pp
    where pp.premises = p.id and pp.until_date is null and pp.function not in ('unknown', 'housing'));
create index on bag_mapped (id);
create temp table bag_before on commit drop as
  select p.id from premises p where p.dataset in (select id from bag_old);
create index on bag_before (id);

insert into building (id, municipality, bag_id, build_year, status, geom, geom_3857, dataset)
  select b.id, i.municipality, b.id, b.year, b.status, b.geom, ST_Transform(b.geom, 3857), i.dataset
  from ready_building b cross join bag_import i
on conflict (id) do update set
  bag_id = excluded.bag_id, build_year = coalesce(excluded.build_year, building.build_year), status = excluded.status,
  geom = excluded.geom, geom_3857 = excluded.geom_3857, dataset = excluded.dataset;

insert into address (id, municipality, bag_id, street, number, letter, addition, postcode, place, label, search, point,
    dataset)
  select a.id, i.municipality, a.bag_id, a.street, a.number, a.letter, a.addition, a.postcode, a.place, a.label,
    a.search, a.point, i.dataset
  from ready_address a cross join bag_import i
on conflict (id) do update set
  bag_id = excluded.bag_id, street = excluded.street, number = excluded.number, letter = excluded.letter,
  addition = excluded.addition, postcode = excluded.postcode, place = excluded.place, label = excluded.label,
  search = excluded.search, point = excluded.point, dataset = excluded.dataset;

insert into premises (id, municipality, bag_id, address, point, point_3857, dataset)
  select p.id, i.municipality, p.bag_id, m.address, p.point, ST_Transform(p.point, 3857), i.dataset
  from ready_premises p left join ready_main m on m.premises = p.id cross join bag_import i
on conflict (id) do update set
  bag_id = excluded.bag_id, address = excluded.address, point = excluded.point, point_3857 = excluded.point_3857,
  dataset = excluded.dataset;

delete from premises_building pb using ready_premises p where pb.premises = p.id;
insert into premises_building (premises, building) select premises, building from ready_link;
delete from premises_address pa using ready_premises p where pa.premises = p.id;
insert into premises_address (premises, address)
  select distinct l.premises, l.address from bag_premises_address l
  join ready_address a on a.id = l.address join ready_premises p on p.id = l.premises
  where not l.main;
