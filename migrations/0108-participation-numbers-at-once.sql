-- The first contributions of a new year, many at once: whoever waited for the lock may still remember that there was no sequence. Making
-- it asks anew, and passes by what another has made meanwhile.

create or replace function participation.next_number(of_year integer) returns text language plpgsql as $$
declare name text := 'number_' || of_year; given bigint; last bigint;
begin
  if to_regclass('participation.' || name) is null then
    perform pg_advisory_xact_lock(hashtext('participation.number'));
    select max(split_part(number, '-', 2)::bigint) into last from participation.contribution where number like of_year || '-%';
    execute format('create sequence if not exists participation.%I start %s', name, coalesce(last, 0) + 1);
  end if;
  execute format('select nextval(%L)', 'participation.' || name) into given;
  return of_year || '-' || lpad(given::text, greatest(4, length(given::text)), '0');
end $$;
