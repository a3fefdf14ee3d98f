-- What must be true of a load before it is shown to anybody; a check that fails undoes all of it.
create temp table osm_check on commit drop as
  select 'a premises lies outside the Netherlands' as fault, count(*) as faults
    from premises p join osm_import i on p.dataset = i.dataset
    where not p.point && ST_MakeEnvelope(-7000, 289000, 300000, 629000, 28992)
  union all
  select 'a building is not valid', count(*)
    from building b join osm_import i on b.dataset = i.dataset where not ST_IsValid(b.geom)
  union all
  select 'a premises has no period that holds on the reference date', count(*)
    from premises p join osm_import i on p.dataset = i.dataset
    where not exists (
      select from premises_period pp where pp.premises = p.id and pp.from_date <= i.reference_date
        and (pp.until_date is null or pp.until_date > i.reference_date))
  union all
  select 'a vacancy was lost', abs(
    (select count(*) from osm_use where vacant)
    - (select count(*) from osm_rejected r join osm_use u on u.reference = r.reference and u.vacant where r.kind = 'vacancy')
    - (select count(*) from observation o join osm_import i on o.series = i.series where o.status = 'vacant'))
  union all
  select 'a building was lost', abs(
    (select count(*) from osm_building)
    - (select count(*) from osm_rejected r join osm_building b on b.reference = r.reference where r.kind = 'building')
    - (select count(*) from building b join osm_import i on b.dataset = i.dataset))
  union all
  select 'an address was lost', abs(
    (select count(*) from osm_address)
    - (select count(*) from osm_rejected r join osm_address a on a.reference = r.reference where r.kind = 'address')
    - (select count(*) from address a join osm_import i on a.dataset = i.dataset))
  union all
  select 'a base feature or street has no geometry', count(*)
    from base_feature f join osm_import i on f.dataset = i.dataset where ST_IsEmpty(f.geom_3857);

do $$
declare
  failed text;
begin
  select string_agg(fault || ' (' || faults || ')', '; ') into failed from osm_check where faults > 0;
  if failed is not null then
    raise exception 'the load does not add up: %', failed;
  end if;
end
$$;
