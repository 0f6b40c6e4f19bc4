-- When a person last looked at their own start page: what changed since then is told there.
create table people.last_visit (
  account uuid primary key references people.account on delete cascade,
  seen_at timestamptz not null,
  before_at timestamptz
);
comment on table people.last_visit is 'When a person last opened their start page. [personal]';
comment on column people.last_visit.account is 'Whose start page.';
comment on column people.last_visit.seen_at is 'When it was last opened.';
comment on column people.last_visit.before_at is 'End of the visit before this one; null at the first.';
