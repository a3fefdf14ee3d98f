-- One premises stands on the map once. What another source (or a delivery without ids) put at an address that the
-- register has now goes into the register's premises, with everything that was observed of it.
create temp table bag_other on commit drop as
  select p.id, p.name, a.street, a.number, upper(a.letter) as letter, upper(a.addition) as addition, a.postcode, a.place,
    p.point, a.id as address, d.source
  from premises p join bag_import i on p.municipality = i.municipality
  join address a on a.id = p.address join dataset d on d.id = p.dataset
  where p.dataset <> i.dataset
    and (d.source = 'openstreetmap' or (d.source = 'bag' and p.bag_id is null))
    and not exists (select from ready_premises r where r.id = p.id)
    and i.kinds @> '{premises}';
create temp table bag_fits on commit drop as
  select o.id as other, r.id as premises, ra.id as address, o.address as other_address,
    ra.postcode = o.postcode as by_postcode, ST_Distance(o.point, r.point) as distance
  from bag_other o
  join ready_address ra on ra.number = o.number and upper(ra.letter) = o.letter and upper(ra.addition) = o.addition
    and (ra.postcode = o.postcode or lower(ra.street) = lower(o.street))
  join bag_premises_address l on l.address = ra.id
  join ready_premises r on r.id = l.premises
  -- One street name occurs in several places of a municipality.
  where ra.postcode = o.postcode or ra.place = o.place or ST_DWithin(o.point, r.point, 500);
create temp table bag_same on commit drop as
  select distinct on (other) other, premises, address, other_address
  from bag_fits order by other, by_postcode desc nulls last, distance, premises;
-- Of several uses at one address the one that is in use moves, as the address itself took it; the others stay.
create temp table bag_move on commit drop as
  select distinct on (s.premises) s.other, s.premises, o.name
  from bag_same s join bag_other o on o.id = s.other
  order by s.premises, exists (select from observation ob where ob.premises = s.other), o.name is null, s.other;
create index on bag_move (other);
analyze bag_move;

update observation t set premises = m.premises from bag_move m where t.premises = m.other;
update premises_successor t set premises = m.premises from bag_move m where t.premises = m.other;
update premises_successor t set successor = m.premises from bag_move m where t.successor = m.other;
insert into retail_unit_premises (retail_unit, premises)
  select t.retail_unit, m.premises from retail_unit_premises t join bag_move m on m.other = t.premises
on conflict do nothing;
update premises p set name = coalesce(p.name, m.name) from bag_move m where p.id = m.premises and m.name is not null;

-- Earlier periods of what moved go along; the present one stays what its source knew of the actual use.
insert into premises_period (premises, from_date, until_date, function, purposes, floor_area, storey)
  select m.premises, pp.from_date, pp.until_date, pp.function, pp.purposes, pp.floor_area, pp.storey
  from bag_move m join premises_period pp on pp.premises = m.other
  where not exists (select from premises_period has where has.premises = m.premises);

-- Addresses that say the same become one.
update premises p set address = s.address from bag_same s
  where p.address = s.other_address and s.address <> s.other_address;
insert into premises_address (premises, address)
  select pa.premises, s.address from premises_address pa join bag_same s on s.other_address = pa.address
  where s.address <> s.other_address
on conflict do nothing;
delete from premises p using bag_move m where p.id = m.other;
-- A plain address that is a further address of a premises is no premises: its source knows nothing of it.
delete from premises p using bag_same s, bag_other o
  where p.id = s.other and o.id = s.other and o.name is null
    and not exists (select from observation ob where ob.premises = p.id)
    and not exists (
      select from premises_period pp where pp.premises = p.id and pp.function not in ('unknown', 'housing'));
delete from address a using bag_same s where a.id = s.other_address and s.address <> s.other_address;

-- Outlines of one pand: parts that carry its id, and what lies for the most part on it.
create temp table bag_same_building on commit drop as
  select distinct on (o.id) o.id as other, b.id as building
  from building o join bag_import i on o.municipality = i.municipality and o.dataset <> i.dataset
  join dataset d on d.id = o.dataset and d.source = 'openstreetmap'
  join ready_building b on b.id = o.bag_id or (
    o.bag_id is null and b.geom && o.geom and ST_Intersects(b.geom, ST_PointOnSurface(o.geom))
    and ST_Area(ST_Intersection(b.geom, o.geom)) > 0.5 * ST_Area(o.geom))
  where not exists (select from ready_building r where r.id = o.id)
  order by o.id, b.id;
insert into premises_building (premises, building)
  select pb.premises, s.building from premises_building pb join bag_same_building s on s.other = pb.building
on conflict do nothing;
delete from building b using bag_same_building s where b.id = s.other;

-- Periods. A premises goes on as it was as long as the register says of it what it said; what somebody knew better of
-- its actual use stays until its registered purposes change.
create temp table bag_present on commit drop as
  select distinct on (pp.premises) pp.premises, pp.from_date, pp.function, pp.purposes, pp.floor_area, pp.storey
  from premises_period pp join ready_premises p on p.id = pp.premises
  where pp.until_date is null
  order by pp.premises, pp.from_date desc;
create unique index on bag_present (premises);
create temp table bag_period on commit drop as
  select p.id, p.purposes, p.floor_area, w.storey,
    case
      when w.premises is null then p.function
      when w.purposes = p.purposes then case when w.function = 'unknown' then p.function else w.function end
      -- Another source knew the use and the register had not spoken yet.
      when w.purposes = '{}' and w.function not in ('unknown', 'housing') then w.function
      else p.function
    end as function,
    w.premises is null or (w.purposes, w.floor_area) is distinct from (p.purposes, p.floor_area)
      or (w.function = 'unknown' and p.function <> 'unknown') or w.from_date > i.reference_date as begins
  from ready_premises p cross join bag_import i left join bag_present w on w.premises = p.id;
create temp table bag_begin on commit drop as select * from bag_period where begins;
delete from premises_period pp using bag_begin b, bag_import i
  where pp.premises = b.id and pp.from_date >= i.reference_date;
update premises_period pp set until_date = i.reference_date
  from bag_begin b, bag_import i
  where pp.premises = b.id and (pp.until_date is null or pp.until_date > i.reference_date);
insert into premises_period (premises, from_date, function, purposes, floor_area, storey)
  select b.id, i.reference_date, b.function, b.purposes, b.floor_area, b.storey from bag_begin b cross join bag_import i;

-- What the earlier delivery had and this one has no more. Kinds that this one does not have stay as they are; premises
-- of which something was observed stay for the years in which they were there.
update premises p set dataset = i.dataset from bag_import i
  where p.dataset in (select id from bag_old) and (
    not i.kinds @> '{premises}'
    or exists (select from observation o where o.premises = p.id)
    or exists (select from premises_period pp where pp.premises = p.id and pp.until_date is not null));
update premises_period pp set until_date = i.reference_date
  from premises p, bag_import i
  where p.id = pp.premises and p.dataset = i.dataset and i.kinds @> '{premises}'
    and not exists (select from ready_premises r where r.id = p.id)
    and pp.from_date < i.reference_date and (pp.until_date is null or pp.until_date > i.reference_date);
update address a set dataset = i.dataset from bag_import i
  where a.dataset in (select id from bag_old) and (
    not i.kinds @> '{address}' or exists (
      select from premises p where p.address = a.id and p.dataset not in (select id from bag_old)));
update building b set dataset = i.dataset from bag_import i
  where b.dataset in (select id from bag_old) and not i.kinds @> '{building}';
delete from premises_state s using series r, bag_import i where r.id = s.series and r.municipality = i.municipality;
delete from street_side s using bag_import i where s.municipality = i.municipality;
delete from dataset where id in (select id from bag_old);

-- Volunteers looked at what is on their map, and at nothing else: what the register adds is not in use for them.
insert into observation (premises, series, reference_date, status, reliability, remark, recorded_by)
  select p.id, s.id, d.date, 'unknown', 'low', 'BAG', i.recorded_by
  from bag_import i join series s on s.municipality = i.municipality and s.evidence = 'mapped'
  join reference_date d on d.series = s.id
  join premises p on p.dataset = i.dataset
  join premises_period pp on pp.premises = p.id and pp.from_date <= d.date
    and (pp.until_date is null or pp.until_date > d.date) and pp.function not in ('housing', 'unknown', 'other')
  where i.kinds @> '{premises}'
    and not exists (select from bag_before w where w.id = p.id)
    and not exists (select from bag_mapped k where k.id = p.id)
    and not exists (select from bag_move m join bag_mapped k on k.id = m.other where m.premises = p.id)
    and not exists (select from observation o where o.premises = p.id and o.series = s.id and o.reference_date = d.date);

-- Extent of everything known; the boundary out of the woonplaatsen, which cover a municipality, where none is known.
update municipality m set
  extent = (
    select coalesce(ST_Envelope(ST_Buffer(ST_SetSRID(ST_Extent(g)::geometry, 28992), 1)), m.extent)
    from (
      select geom as g from building where municipality = m.code
      union all select point from address where municipality = m.code
      union all select point from premises where municipality = m.code
    ) known),
  boundary = coalesce(m.boundary, (select geom from bag_outline))
  from bag_import i where m.code = i.municipality;

insert into rejected_row (dataset, number, kind, reference, reason, detail, original, objects)
  select i.dataset, row_number() over (order by r.kind, r.reason, r.reference), r.kind, r.reference, r.reason, r.detail,
    r.original, r.objects
  from bag_rejected r cross join bag_import i;
