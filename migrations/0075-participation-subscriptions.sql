-- Who follows what and how often they are told; what happened; which letter told whom of what. One event is one row.

create table participation.follow (
  id uuid primary key,
  contact uuid not null references people.contact on delete cascade,
  about text not null check (about ~ '^(thing:[0-9a-f-]{36}|block:[0-9a-f-]{36}|topic:[A-Za-z0-9-]{1,60}|municipality:[A-Z0-9]{2,10}|newsletter)$'),
  how text not null check (how in ('atOnce', 'daily', 'weekly', 'none')),
  made_at timestamptz not null,
  confirmed_at timestamptz,
  unique (contact, about)
);
comment on table participation.follow is 'Who follows what, and how often they want to hear of it. [personal]';
comment on column participation.follow.id is 'Number of the entry; the link that confirms it names it.';
comment on column participation.follow.contact is 'Who follows.';
comment on column participation.follow.about is 'What is followed: a thing, a block of a draft, a theme, a municipality, or the news.';
comment on column participation.follow.how is 'At once, daily, weekly or not at all.';
comment on column participation.follow.made_at is 'Since when; what happened before is not told.';
comment on column participation.follow.confirmed_at is 'When the address confirmed it; nothing is sent before.';
create index follow_about on participation.follow (about) where confirmed_at is not null;
create index follow_how on participation.follow (how, contact) where confirmed_at is not null;

create table participation.notice (
  id uuid primary key,
  about text[] not null check (cardinality(about) between 1 and 20),
  kind text not null check (kind ~ '^[a-z][A-Za-z]{1,40}$'),
  says_bg text not null check (length(says_bg) between 1 and 1000),
  says_en text not null check (length(says_en) between 1 and 1000),
  path text not null check (path like '/%'),
  at timestamptz not null,
  except_contact uuid,
  told_at_once boolean not null default false,
  once_key text unique
);
comment on table participation.notice is 'Something that happened to what people follow. [personal]';
comment on column participation.notice.id is 'Number of the event.';
comment on column participation.notice.about is 'What it happened to, nearest first.';
comment on column participation.notice.kind is 'What happened.';
comment on column participation.notice.says_bg is 'In words, in Bulgarian.';
comment on column participation.notice.says_en is 'In words, in English.';
comment on column participation.notice.path is 'Page that shows it.';
comment on column participation.notice.at is 'When it happened.';
comment on column participation.notice.except_contact is 'Who is told by another letter or did it.';
comment on column participation.notice.told_at_once is 'Whether those who want to know at once were told.';
comment on column participation.notice.once_key is 'For what may be noticed twice: the same key is the same event.';
create index notice_at on participation.notice (at);
create index notice_waiting on participation.notice (at) where not told_at_once;
create index notice_about on participation.notice using gin (about);

create table participation.notice_letter (
  notice uuid not null references participation.notice on delete cascade,
  contact uuid not null references people.contact on delete cascade,
  letter_key text not null,
  at timestamptz not null,
  primary key (notice, contact)
);
comment on table participation.notice_letter is 'Which letter told whom of what: nobody is told the same twice. [personal]';
comment on column participation.notice_letter.notice is 'The event.';
comment on column participation.notice_letter.contact is 'Who was told.';
comment on column participation.notice_letter.letter_key is 'Key of the letter.';
comment on column participation.notice_letter.at is 'When the letter was written.';
create index notice_letter_contact on participation.notice_letter (contact);

create table participation.bounce (
  key text primary key check (length(key) between 1 and 200),
  contact uuid not null references people.contact on delete cascade,
  at timestamptz not null
);
comment on table participation.bounce is 'Letters that came back, each counted once. [personal]';
comment on column participation.bounce.key is 'Key of the letter that came back.';
comment on column participation.bounce.contact is 'Whose address it was.';
comment on column participation.bounce.at is 'When it came back.';
create index bounce_contact on participation.bounce (contact);
