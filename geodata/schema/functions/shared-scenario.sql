-- The one way for visitors to what is shared by link: by the hash of its key, one at a time, never a list. Runs as
-- the owner; the search path is fixed, so that nobody's table or function of the same name can come in between.
create or replace function kernkaart.shared_scenario_content(hash text) returns json
  language sql stable strict security definer
  set search_path = kernkaart, pg_temp
  as $$ select content from kernkaart.shared_scenario where key_hash = hash $$;
