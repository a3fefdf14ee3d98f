-- From house numbers to one polygon per area. Before: range_wanted (area, street as it is searched, place or null, lowest,
-- highest, side) with one row per range. After: polygon_stage (number = area, geom).
--
-- The land that lies nearer to an address of the area than to any other address (the Voronoi cell of its point), as far as
-- it lies within 12 m of the building or the point of such an address; gaps of up to 40 m between them, a street with its
-- pavements, are filled. So each address of the ranges lies in the polygon and no other does (those in exactly the same place
-- apart), odd and even part in the middle of the street, and opposite sides that are both meant meet there.

create temp table range_address on commit drop as
  select distinct w.area, a.id, a.point
  from range_wanted w
  join address a on a.municipality = w.municipality and a.number between w.lowest and w.highest
    and (w.side = 'both' or (w.side = 'even') = (a.number % 2 = 0))
  join street_searched s on s.street = a.street and s.search = w.street
  where w.place is null or lower(a.place) = lower(w.place);

-- Every address around, as its place only: several on one spot are one site.
create temp table range_site on commit drop as
  select area, point, bool_or(own) as own
  from (
    select o.area, a.point, exists (select from range_address r where r.area = o.area and r.id = a.id) as own
    from (
      select area, ST_Expand(ST_Extent(point)::geometry, 100) as box from range_address group by area
    ) o
    join address a on a.point && ST_SetSRID(o.box, 28992)
  ) near
  group by area, point;

-- A frame of far points closes the cells at the edge; it is of nobody.
create temp table range_cell on commit drop as
  select b.area, (ST_Dump(ST_VoronoiPolygons(ST_Union(b.sites, ST_SetSRID(ST_Collect(ARRAY[
      ST_MakePoint(b.west - 1000, b.south - 1000), ST_MakePoint(b.east + 1000, b.south - 1000),
      ST_MakePoint(b.east + 1000, b.north + 1000), ST_MakePoint(b.west - 1000, b.north + 1000)]), 28992))))).geom as geom
  from (
    select area, ST_Collect(point) as sites, min(ST_X(point)) as west, max(ST_X(point)) as east,
      min(ST_Y(point)) as south, max(ST_Y(point)) as north
    from range_site group by area
  ) b;
create index on range_cell using gist (geom);

create temp table range_reach on commit drop as
  select r.area, ST_Buffer(ST_Buffer(ST_Collect(r.geom), 20), -8) as geom
  from (
    select area, point as geom from range_address
    union all
    select distinct r.area, b.geom
    from range_address r
    join premises p on p.address = r.id
    join premises_building pb on pb.premises = p.id
    join building b on b.id = pb.building
  ) r
  group by r.area;

create temp table polygon_stage on commit drop as
  select c.area as number, true as valid,
    ST_Multi(ST_CollectionExtract(ST_Intersection(ST_Union(c.geom), r.geom), 3))::geometry(MultiPolygon, 28992) as geom
  from range_cell c join range_reach r on r.area = c.area
  where exists (
    select from range_site s where s.area = c.area and s.own and s.point && c.geom and ST_Covers(c.geom, s.point))
  group by c.area, r.geom;
