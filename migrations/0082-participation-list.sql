-- What the public list, the timeline and the counts of voices need beside the record itself.

alter table participation.contribution
  add column shown boolean generated always as (state in ('published', 'underConsideration', 'answered', 'outcomeKnown', 'merged')) stored,
  add column not_published_reason text check (not_published_reason ~ '^[a-z][A-Za-z]*$'),
  add column confirmed_at timestamptz,
  add column changed_at timestamptz not null default clock_timestamp(),
  add check (not shown or published_at is not null),
  add check (shown or (title_public = '' and text_public = ''));
comment on column participation.contribution.shown is 'Whether everybody may read it.';
comment on column participation.contribution.not_published_reason is 'Why it is not published, from the closed list of moderation.';
comment on column participation.contribution.confirmed_at is 'When its author confirmed it.';
comment on column participation.contribution.changed_at is 'When anything of it last changed.';

-- Each order of the public list reads its own index from the beginning.
drop index participation.contribution_newest, participation.contribution_supported, participation.contribution_discussed, participation.contribution_municipality, participation.contribution_process, participation.contribution_trigrams;
create index contribution_newest on participation.contribution (published_at desc, id desc) where shown and kind in ('proposal', 'statement');
create index contribution_supported on participation.contribution (supports desc, published_at desc, id desc) where shown and kind in ('proposal', 'statement');
create index contribution_discussed on participation.contribution ((arguments_for + arguments_against) desc, published_at desc, id desc) where shown and kind in ('proposal', 'statement');
create index contribution_municipality on participation.contribution (municipality, published_at desc, id desc) where shown and kind in ('proposal', 'statement');
create index contribution_sector on participation.contribution (sector, published_at desc, id desc) where shown and kind in ('proposal', 'statement');
create index contribution_process on participation.contribution (process, published_at desc, id desc);
create index contribution_state on participation.contribution (state, entered_at, id);
create index contribution_alike on participation.contribution using gin ((lower(title_public || ' ' || left(text_public, 2000))) gin_trgm_ops) where shown;

-- One running number a year. A sequence never makes two people wait for each other; one that is not there yet begins after the last number given.
drop table participation.contribution_counter;
create function participation.next_number(of_year integer) returns text language plpgsql as $$
declare name text := 'number_' || of_year; given bigint; last bigint;
begin
  if to_regclass('participation.' || name) is null then
    perform pg_advisory_xact_lock(hashtext('participation.number'));
    if to_regclass('participation.' || name) is null then
      select max(split_part(number, '-', 2)::bigint) into last from participation.contribution where number like of_year || '-%';
      execute format('create sequence participation.%I start %s', name, coalesce(last, 0) + 1);
    end if;
  end if;
  execute format('select nextval(%L)', 'participation.' || name) into given;
  return of_year || '-' || lpad(given::text, greatest(4, length(given::text)), '0');
end $$;

create table participation.support_count (
  contribution uuid not null references participation.contribution (id),
  assurance text not null check (assurance in ('unconfirmed', 'email', 'inPerson', 'staff')),
  voices integer not null check (voices >= 0),
  primary key (contribution, assurance)
);
comment on table participation.support_count is 'Voices per level of assurance, kept in the act that changes them: the public reads counts and no names.';
comment on column participation.support_count.contribution is 'The contribution.';
comment on column participation.support_count.assurance is 'The level.';
comment on column participation.support_count.voices is 'How many stand at this level.';

-- A person who is erased leaves the count behind and nothing else.
alter table participation.lost_support drop constraint lost_support_pkey, add column assurance text not null default 'email' check (assurance in ('unconfirmed', 'email', 'inPerson', 'staff')), add primary key (contribution, assurance);
comment on column participation.lost_support.assurance is 'The level they stood at.';
create function participation.keep_lost_support() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is null and old.assurance <> 'unconfirmed' then
    insert into participation.lost_support (contribution, assurance, supports) values (old.contribution, old.assurance, 1)
    on conflict (contribution, assurance) do update set supports = participation.lost_support.supports + 1;
  end if;
  return old;
end $$;
create trigger support_lost after delete on participation.support for each row execute function participation.keep_lost_support();

-- What is published of arguments and files everybody may read; who wrote them nobody may.
alter table participation.argument add column language text not null default 'bg' check (language ~ '^[a-z]{2}$'), add column published_at timestamptz;
comment on table participation.argument is 'An argument for or against a contribution; looked at by a person before it is published.';
comment on column participation.argument.contact is 'Who wrote it. [personal]';
comment on column participation.argument.why is 'Why it is hidden. [personal]';
comment on column participation.argument.language is 'Language it is written in.';
comment on column participation.argument.published_at is 'When it was published.';
create index argument_waiting on participation.argument (at) where state = 'waiting';
comment on table participation.attachment is 'A file that came with a contribution; closed until somebody has looked at it.';
