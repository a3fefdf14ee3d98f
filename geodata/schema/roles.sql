-- Run after the migrations, at every start; safe to repeat. What visitors' routes may read is listed here
-- and nowhere else: a new table is invisible to visitors until somebody adds it to this list.
revoke all on all tables in schema kernkaart from kernkaart_visitor, kernkaart_planner;
grant usage on schema kernkaart to kernkaart_visitor, kernkaart_planner;
grant select on
  municipality, revision, dataset, area, building, address, street, street_side, base_feature,
  series, reference_date, coverage, published_area_tally, published_cell, published_scenario,
  embed, allowed_site, theme, region, square, monitor_vacancy
to kernkaart_visitor;
grant select on all tables in schema kernkaart to kernkaart_planner;
-- Who is signed in is nobody's business but the server's own login.
revoke all on session, sign_in_token, migration from kernkaart_planner;
-- Rows of earlier revisions are for restoring only; their tables are made when there is something to keep.
do $$
declare
  kept text;
begin
  for kept in
    select quote_ident(tablename) from pg_tables
    where schemaname = 'kernkaart' and tablename like 'kept\_%' and tablename <> 'kept_revision'
  loop
    execute 'revoke all on kernkaart.' || kept || ' from kernkaart_planner';
  end loop;
end
$$;
-- What is shared by link is found by the hash of its key; the table itself no visitor reads.
revoke all on function shared_scenario_content(text) from public;
grant execute on function shared_scenario_content(text) to kernkaart_visitor;
