-- What must be true of a load before it is shown to anybody; a check that fails undoes all of it.
create temp table bag_check on commit drop as
  select 'a premises lies outside the Netherlands' as fault, count(*) as faults
    from premises p join bag_import i on p.dataset = i.dataset
    where not p.point && ST_MakeEnvelope(-7000, 289000, 300000, 629000, 28992)
  union all
  select 'a building is not valid', count(*)
    from building b join bag_shape s on s.id = b.id and not s.valid
    where not ST_IsValid(b.geom)
  union all
  select 'a premises has no period that holds on the reference date', count(*)
    from ready_premises p cross join bag_import i
    where not exists (
      select from premises_period pp where pp.premises = p.id and pp.from_date <= i.reference_date
        and (pp.until_date is null or pp.until_date > i.reference_date))
  union all
  select 'a premises that is ready is not in place', count(*)
    from ready_premises r cross join bag_import i
    where not exists (select from premises p where p.id = r.id and p.dataset = i.dataset)
  union all
  select 'a building that is ready is not in place', count(*)
    from ready_building r cross join bag_import i
    where not exists (select from building b where b.id = r.id and b.dataset = i.dataset)
  union all
  select 'an address that is ready is not in place', count(*)
    from ready_address r cross join bag_import i
    where not exists (select from address a where a.id = r.id and a.dataset = i.dataset);

do $$
declare
  failed text;
begin
  select string_agg(fault || ' (' || faults || ')', '; ') into failed from bag_check where faults > 0;
  if failed is not null then
    raise exception 'the load does not add up: %', failed;
  end if;
end
$$;
