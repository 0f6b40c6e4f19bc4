-- The frame of a call for proposals or of a consultation: its dates, and the rules that hold in it.

create table participation.process (
  id uuid primary key references store.thing (id),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  kind text not null check (kind in ('standing', 'call', 'draft')),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  title_bg text not null check (length(title_bg) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  says_bg text not null default '' check (length(says_bg) <= 10000),
  says_en text not null default '' check (length(says_en) <= 10000),
  opens_at timestamptz not null,
  closes_at timestamptz check (closes_at > opens_at),
  anonymous_allowed boolean not null default false,
  counts text not null default 'email' check (counts in ('email', 'inPerson')),
  moderation text not null default 'before' check (moderation in ('before', 'after')),
  answers_by_others boolean not null default false,
  keeps_text boolean not null default true,
  unit text not null default '' check (length(unit) <= 200),
  due_days integer not null default 60 check (due_days between 1 and 365),
  version integer not null default 1 check (version > 0),
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((kind = 'standing') = (closes_at is null))
);
comment on table participation.process is 'A call for proposals, a consultation on a draft, or the standing invitation to propose.';
comment on column participation.process.id is 'Number of the thing.';
comment on column participation.process.slug is 'Short name in its address.';
comment on column participation.process.kind is 'Standing invitation, call for proposals, or consultation on a draft.';
comment on column participation.process.state is 'Draft, published or withdrawn; whether it is open follows from the clock.';
comment on column participation.process.title_bg is 'Title in Bulgarian.';
comment on column participation.process.title_en is 'Title in English.';
comment on column participation.process.says_bg is 'What is asked and why, in Bulgarian.';
comment on column participation.process.says_en is 'What is asked and why, in English.';
comment on column participation.process.opens_at is 'From when contributions are taken.';
comment on column participation.process.closes_at is 'Until when; what comes later is late. Null for the standing invitation.';
comment on column participation.process.anonymous_allowed is 'Whether one may contribute without an address.';
comment on column participation.process.counts is 'Least level of assurance that counts as support.';
comment on column participation.process.moderation is 'Whether contributions are looked at before or after they are published.';
comment on column participation.process.answers_by_others is 'Whether an answer must be approved by somebody other than who drafted it.';
comment on column participation.process.keeps_text is 'Whether the text stays, without its author, when a person is erased.';
comment on column participation.process.unit is 'Unit responsible for answering.';
comment on column participation.process.due_days is 'Days from receipt until an answer is due.';
comment on column participation.process.version is 'Goes up with every change, so that two people at once do not lose each other’s words.';
comment on column participation.process.made_by is 'Account that made it. [personal]';
comment on column participation.process.made_at is 'When it was made.';
comment on column participation.process.changed_at is 'When it last changed.';
create index process_open on participation.process (state, closes_at);
