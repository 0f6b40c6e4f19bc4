-- What moderators decide and may be asked to decide again: decisions, objections, reports from readers, notes among colleagues.

create table participation.moderation (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  act text not null check (act in ('published', 'masked', 'refused', 'removed', 'restored', 'merged')),
  kind text not null,
  reason text check (reason in ('offTopic', 'othersData', 'insult', 'advertising', 'unlawful', 'duplicate', 'unreadable', 'test')),
  passage text check (length(passage) <= 2000),
  says text check (length(says) <= 2000),
  state_before text not null,
  by_account uuid,
  at timestamptz not null,
  objected_at timestamptz,
  objection text check (length(objection) <= 5000),
  judged_at timestamptz,
  judged_by uuid,
  outcome text check (outcome in ('upheld', 'reversed')),
  judged_why text check (length(judged_why) <= 2000),
  check (act not in ('refused', 'removed', 'masked', 'merged') or reason is not null),
  check ((objected_at is null) = (objection is null)),
  check ((judged_at is null) = (outcome is null)),
  check (judged_at is null or objected_at is not null),
  check (judged_by is null or by_account is null or judged_by <> by_account)
);
comment on table participation.moderation is 'One decision of a moderator on one contribution, and what became of an objection to it. The public log is read from it.';
comment on column participation.moderation.id is 'Number of the decision.';
comment on column participation.moderation.contribution is 'The contribution decided on. The public log does not name it.';
comment on column participation.moderation.act is 'Published, masked, refused before publication, removed after it, restored after an objection, or merged as a duplicate.';
comment on column participation.moderation.kind is 'Kind of the contribution at that time, for the public log.';
comment on column participation.moderation.reason is 'Why, from the closed list.';
comment on column participation.moderation.passage is 'The passage at fault, told to the author only. [personal]';
comment on column participation.moderation.says is 'Words of the moderator to the author. [personal]';
comment on column participation.moderation.state_before is 'State of the contribution before the decision, to which an objection that succeeds leads back.';
comment on column participation.moderation.by_account is 'Account that decided. [personal]';
comment on column participation.moderation.at is 'When it was decided.';
comment on column participation.moderation.objected_at is 'When the author objected.';
comment on column participation.moderation.objection is 'Words of the objection. [personal]';
comment on column participation.moderation.judged_at is 'When another person decided the objection.';
comment on column participation.moderation.judged_by is 'Account that decided the objection: never the one that decided first. [personal]';
comment on column participation.moderation.outcome is 'Upheld: the decision stands. Reversed: it does not.';
comment on column participation.moderation.judged_why is 'Reason given to the author for the outcome. [personal]';
create index moderation_logged on participation.moderation (at desc);
create index moderation_of on participation.moderation (contribution, at);
create index moderation_objected on participation.moderation (objected_at) where objected_at is not null and judged_at is null;

create table participation.flag (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  argument uuid,
  reason text not null check (reason in ('offTopic', 'othersData', 'insult', 'advertising', 'unlawful', 'duplicate', 'unreadable', 'test')),
  says text not null default '' check (length(says) <= 2000),
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  outcome text check (outcome in ('kept', 'acted')),
  check ((settled_at is null) = (outcome is null))
);
comment on table participation.flag is 'A reader’s report that something public breaks the rules. [personal]';
comment on column participation.flag.id is 'Number of the report.';
comment on column participation.flag.contribution is 'The contribution reported.';
comment on column participation.flag.argument is 'The argument under it that is meant; null: the contribution itself.';
comment on column participation.flag.reason is 'Why, from the closed list.';
comment on column participation.flag.says is 'Words of the reader.';
comment on column participation.flag.at is 'When it was reported.';
comment on column participation.flag.settled_at is 'When a moderator looked at it.';
comment on column participation.flag.settled_by is 'Account that looked at it.';
comment on column participation.flag.outcome is 'Kept: nothing wrong. Acted: masked or removed.';
create index flag_waiting on participation.flag (at) where settled_at is null;
create index flag_of on participation.flag (contribution);

create table participation.staff_note (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  text text not null check (length(text) between 1 and 5000),
  by_account uuid,
  at timestamptz not null
);
comment on table participation.staff_note is 'What colleagues write to each other about a contribution; never public. [personal]';
comment on column participation.staff_note.id is 'Number of the note.';
comment on column participation.staff_note.contribution is 'The contribution it is about.';
comment on column participation.staff_note.text is 'Words of the note.';
comment on column participation.staff_note.by_account is 'Account that wrote it.';
comment on column participation.staff_note.at is 'When it was written.';
create index staff_note_of on participation.staff_note (contribution, at);
