-- The golden thread: a registry of things and the links between them. Each area registers its own.

create table store.thing_kind (
  kind text primary key check (kind ~ '^[a-z][A-Za-z]+$')
);
comment on table store.thing_kind is 'The closed list of kinds; the same as in kernel/thread.ts.';
comment on column store.thing_kind.kind is 'Name of the kind.';
insert into store.thing_kind (kind) values
  ('dataset'), ('indicator'), ('figure'), ('analysis'), ('asset'), ('proposal'), ('workshopNote'), ('surveyResult'),
  ('consultationComment'), ('news'), ('consultation'), ('event'), ('finding'), ('objective'), ('measure'), ('activity'),
  ('budgetLine'), ('target'), ('report'), ('document'), ('recommendation'), ('site'), ('opportunity'), ('course');

create table store.step (
  later_kind text not null references store.thing_kind (kind),
  says text not null,
  earlier_kind text not null references store.thing_kind (kind),
  primary key (later_kind, says, earlier_kind)
);
comment on table store.step is 'Which kind may link back to which, and what the link says; the same as in kernel/thread.ts.';
comment on column store.step.later_kind is 'Kind of the later end, which writes the link.';
comment on column store.step.says is 'What the link says.';
comment on column store.step.earlier_kind is 'Kind of the earlier end.';
insert into store.step (later_kind, says, earlier_kind) values
  ('finding', 'restsOn', 'figure'), ('finding', 'restsOn', 'proposal'), ('finding', 'restsOn', 'workshopNote'),
  ('finding', 'restsOn', 'surveyResult'), ('finding', 'restsOn', 'consultationComment'),
  ('objective', 'answers', 'finding'), ('measure', 'serves', 'objective'), ('measure', 'takesUp', 'proposal'),
  ('activity', 'carriesOut', 'measure'), ('budgetLine', 'paysFor', 'activity'),
  ('target', 'measures', 'objective'), ('target', 'measures', 'measure'), ('target', 'measures', 'activity'),
  ('report', 'reportsOn', 'target'), ('report', 'reportsOn', 'measure'), ('report', 'reportsOn', 'budgetLine'),
  ('opportunity', 'offers', 'measure'), ('opportunity', 'offers', 'finding'),
  ('course', 'preparesFor', 'measure'), ('course', 'preparesFor', 'finding');

create table store.thing (
  id uuid primary key,
  kind text not null references store.thing_kind (kind),
  title_bg text not null check (title_bg <> ''),
  title_en text not null check (title_en <> ''),
  path text not null check (path ~ '^/'),
  state text not null default 'current' check (state ~ '^[a-z][A-Za-z]*$'),
  seen_by text not null default 'everyone' check (seen_by in ('everyone', 'staff')),
  registered_at timestamptz not null default clock_timestamp(),
  renamed_at timestamptz not null default clock_timestamp(),
  unique (id, kind)
);
comment on table store.thing is 'Everything that can be linked, found or followed, whatever area owns it.';
comment on column store.thing.id is 'The same number as the row of its owner.';
comment on column store.thing.kind is 'What it is.';
comment on column store.thing.title_bg is 'Title in Bulgarian, copied from the owner in the same act.';
comment on column store.thing.title_en is 'Title in English, copied from the owner in the same act.';
comment on column store.thing.path is 'Its page, without the language.';
comment on column store.thing.state is 'State in the word of its topic.';
comment on column store.thing.seen_by is 'Whether everyone may see it or only staff.';
comment on column store.thing.registered_at is 'When it was registered.';
comment on column store.thing.renamed_at is 'When title, path, state or audience last changed.';
create index thing_by_kind on store.thing (kind, seen_by);

create table store.link (
  id uuid primary key,
  later uuid not null,
  later_kind text not null,
  says text not null,
  earlier uuid not null,
  earlier_kind text not null,
  reason text not null default '',
  passage jsonb,
  linked_by uuid,
  linked_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  ended_by uuid,
  ended_why text,
  foreign key (later, later_kind) references store.thing (id, kind),
  foreign key (earlier, earlier_kind) references store.thing (id, kind),
  foreign key (later_kind, says, earlier_kind) references store.step (later_kind, says, earlier_kind),
  check (later <> earlier),
  check ((ended_at is null) = (ended_why is null))
);
comment on table store.link is 'One typed, dated, signed link of the golden thread, written by the area of its later end. Links end, they are not deleted.';
comment on column store.link.id is 'Number of the link.';
comment on column store.link.later is 'The later end: a finding, a measure, a report …';
comment on column store.link.later_kind is 'Kind of the later end.';
comment on column store.link.says is 'What the link says.';
comment on column store.link.earlier is 'The earlier end: a figure, a proposal …';
comment on column store.link.earlier_kind is 'Kind of the earlier end.';
comment on column store.link.reason is 'Why, in the words of the person who linked.';
comment on column store.link.passage is 'The sentence, block or cell that is meant, where the link names one.';
comment on column store.link.linked_by is 'Account that linked. [personal]';
comment on column store.link.linked_at is 'When it was linked.';
comment on column store.link.ended_at is 'When it ended; null while it holds.';
comment on column store.link.ended_by is 'Account that ended it. [personal]';
comment on column store.link.ended_why is 'Why it ended.';
create unique index link_once on store.link (later, says, earlier, coalesce(passage, 'null')) where ended_at is null;
create index link_earlier on store.link (earlier);
create index link_later on store.link (later);
