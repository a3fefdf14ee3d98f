-- Tiles are immutable at an address that carries the revision, and browsers keep them. A database that is made
-- anew behind the same address must not count from 1 again, so counting starts at the minutes since 2026 began:
-- it only grows, and stays inside an integer for four thousand years.
do $$
begin
  execute format(
    'alter table revision alter column number set start with %1$s restart with %1$s',
    greatest(
      (select coalesce(max(number), 0) + 1 from revision),
      floor(extract(epoch from now() - timestamptz '2026-01-01 00:00:00+00') / 60)::integer
    )
  );
end
$$;
