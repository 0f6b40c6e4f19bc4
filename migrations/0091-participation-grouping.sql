-- Contributions that say the same: merges that can be undone exactly, and parts of a split.

create table participation.merge (
  id uuid primary key,
  member uuid not null references participation.contribution (id),
  target uuid not null references participation.contribution (id),
  why text not null default '' check (length(why) <= 1000),
  state_before text not null,
  by_account uuid,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  check (member <> target),
  check (undone_by is null or undone_at is not null)
);
comment on table participation.merge is 'One contribution laid together with another. Supports, arguments, authors and followers stay with the contribution they were given to; the whole is counted over the merge, so that undoing it leaves nothing behind.';
comment on column participation.merge.id is 'Number of the merge.';
comment on column participation.merge.member is 'The contribution that was laid to another; readable under its own number.';
comment on column participation.merge.target is 'The contribution it was laid to.';
comment on column participation.merge.why is 'Why, in words.';
comment on column participation.merge.state_before is 'State of the member before, to which undoing leads back.';
comment on column participation.merge.by_account is 'Account that merged. [personal]';
comment on column participation.merge.at is 'When it was merged.';
comment on column participation.merge.undone_at is 'When it was undone.';
comment on column participation.merge.undone_by is 'Account that undid it. [personal]';
create unique index merge_standing on participation.merge (member) where undone_at is null;
create index merge_into on participation.merge (target) where undone_at is null;

create table participation.part (
  part uuid primary key references participation.contribution (id),
  whole uuid not null references participation.contribution (id),
  quote text not null check (length(quote) between 1 and 20000),
  position integer not null check (position > 0),
  by_account uuid,
  at timestamptz not null,
  unique (whole, position)
);
comment on table participation.part is 'A contribution split off another that spoke of several things. The support stays with the whole.';
comment on column participation.part.part is 'The part, with a number of its own.';
comment on column participation.part.whole is 'The contribution it quotes.';
comment on column participation.part.quote is 'The passage of the public text that is quoted.';
comment on column participation.part.position is 'Which part it is, counted from 1.';
comment on column participation.part.by_account is 'Account that split. [personal]';
comment on column participation.part.at is 'When it was split off.';
