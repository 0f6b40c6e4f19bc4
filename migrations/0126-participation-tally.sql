-- How many contributions stand where, kept in the act that changes them: a page that shows these numbers must not count a hundred
-- thousand rows. Each writing connection has rows of its own (slot), so that acts never wait for each other here; the sum is right.

create table participation.tally (
  slot smallint not null,
  state text not null,
  channel text not null,
  municipality text not null,
  listed boolean not null,
  taken_up boolean not null,
  count integer not null,
  primary key (slot, state, channel, municipality, listed, taken_up)
);
comment on table participation.tally is 'How many contributions stand where; the sum over all slots is the number.';
comment on column participation.tally.slot is 'Which writing connection counted; a row of its own may be below zero.';
comment on column participation.tally.state is 'State of the contributions.';
comment on column participation.tally.channel is 'How they came.';
comment on column participation.tally.municipality is 'Where they belong; empty where they name none.';
comment on column participation.tally.listed is 'Whether they are of a kind that the public list holds.';
comment on column participation.tally.taken_up is 'Whether they were accepted, in whole or in part.';
comment on column participation.tally.count is 'How many were added to this place, less those that left it.';

create function participation.kind_of_place(c participation.contribution, out state text, out channel text, out municipality text, out listed boolean, out taken_up boolean) language sql immutable as $$
  select c.state, c.channel, coalesce(c.municipality, ''), c.kind in ('proposal', 'statement'), coalesce(c.decision in ('accepted', 'acceptedInPart'), false) $$;

insert into participation.tally (slot, state, channel, municipality, listed, taken_up, count)
select 0, p.state, p.channel, p.municipality, p.listed, p.taken_up, count(*) from participation.contribution c, participation.kind_of_place(c) p group by 2, 3, 4, 5, 6;

-- One statement counts once, however many rows it wrote: an import of a hundred thousand is a few rows here.
create function participation.tally_added() returns trigger language plpgsql as $$
begin
  insert into participation.tally as t (slot, state, channel, municipality, listed, taken_up, count)
  select coalesce(nullif(current_setting('posoka.slot', true), ''), '0')::smallint, p.state, p.channel, p.municipality, p.listed, p.taken_up, count(*)
  from added c, participation.kind_of_place(c) p group by 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 6
  on conflict (slot, state, channel, municipality, listed, taken_up) do update set count = t.count + excluded.count;
  return null;
end $$;
create function participation.tally_changed() returns trigger language plpgsql as $$
begin
  insert into participation.tally as t (slot, state, channel, municipality, listed, taken_up, count)
  select coalesce(nullif(current_setting('posoka.slot', true), ''), '0')::smallint, state, channel, municipality, listed, taken_up, sum(one) from (
    select p.*, 1 as one from added c, participation.kind_of_place(c) p union all select p.*, -1 from gone c, participation.kind_of_place(c) p) as moved
  group by 2, 3, 4, 5, 6 having sum(one) <> 0 order by 2, 3, 4, 5, 6
  on conflict (slot, state, channel, municipality, listed, taken_up) do update set count = t.count + excluded.count;
  return null;
end $$;
create function participation.tally_gone() returns trigger language plpgsql as $$
begin
  insert into participation.tally as t (slot, state, channel, municipality, listed, taken_up, count)
  select coalesce(nullif(current_setting('posoka.slot', true), ''), '0')::smallint, p.state, p.channel, p.municipality, p.listed, p.taken_up, -count(*)
  from gone c, participation.kind_of_place(c) p group by 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 6
  on conflict (slot, state, channel, municipality, listed, taken_up) do update set count = t.count + excluded.count;
  return null;
end $$;
create trigger contribution_tally_added after insert on participation.contribution referencing new table as added for each statement execute function participation.tally_added();
create trigger contribution_tally_changed after update on participation.contribution referencing old table as gone new table as added for each statement execute function participation.tally_changed();
create trigger contribution_tally_gone after delete on participation.contribution referencing old table as gone for each statement execute function participation.tally_gone();

-- Nothing asks this index: what is alike is found by words, and among what is public by an index of its own. Every text paid for it.
drop index participation.contribution_trigrams;
