-- Before: centre_wanted (municipality, functions, link metres, least premises, edge metres). After: centre_member (premises,
-- cluster or null), centre_found (one row per cluster) and polygon_stage (number = cluster, geom).

-- What stands there now and is of a centre, each with the building it is in.
create temp table centre_premises on commit drop as
  select p.id, p.point, pp.function, a.street, coalesce(a.place, '') as place
  from premises p
  join centre_wanted w on w.municipality = p.municipality
  join premises_period pp on pp.premises = p.id and pp.until_date is null and pp.function = any(w.functions)
  left join address a on a.id = p.address;

create temp table centre_member on commit drop as
  select p.*, ST_ClusterDBSCAN(p.point, (select link from centre_wanted), (select least from centre_wanted))
    over (order by p.id) + 1 as cluster
  from centre_premises p;

create temp table centre_found on commit drop as
  select cluster, count(*)::integer as premises,
    count(*) filter (where function = 'retail')::integer as retail,
    count(*) filter (where function = 'hospitality')::integer as hospitality,
    count(*) filter (where function = 'services')::integer as services,
    count(*) filter (where function = 'culture')::integer as culture,
    mode() within group (order by place) as place,
    coalesce(mode() within group (order by street) filter (where street is not null), '') as street,
    min(id) as first
  from centre_member where cluster is not null group by cluster;

-- Round the buildings of the members (their points where no building is known), gaps between them closed.
create temp table polygon_stage on commit drop as
  select m.cluster as number, true as valid,
    ST_Multi(ST_CollectionExtract(
      ST_Buffer(ST_Buffer(ST_Collect(coalesce(b.geom, m.point)), (select edge + link / 2 from centre_wanted)),
        - (select link / 2 from centre_wanted)), 3))::geometry(MultiPolygon, 28992) as geom
  from centre_member m
  left join premises_building pb on pb.premises = m.id
  left join building b on b.id = pb.building
  where m.cluster is not null
  group by m.cluster;
