-- Letters that come by e-mail: kept as they came, read, judged, and what became of each. Staff only: every table here is about persons.

create table participation.mail (
  id uuid primary key,
  raw text not null unique check (raw ~ '^[0-9a-f]{64}$'),
  raw_size bigint not null check (raw_size >= 0),
  door text not null check (door in ('imap', 'smtp', 'upload')),
  uploaded_by uuid,
  wants_answer boolean not null default true,
  arrived_at timestamptz not null,
  message_id text,
  words_hash text,
  from_email text,
  from_key text,
  from_name text not null default '',
  subject text not null default '',
  text text not null default '',
  language text check (language in ('bg', 'en')),
  sent_at timestamptz,
  state text not null default 'stored' check (state in ('stored', 'contribution', 'attached', 'ignored', 'waiting', 'unreadable', 'settled')),
  reason text,
  marks text[] not null default '{}',
  contribution uuid references store.thing (id),
  answered_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  settled_why text,
  check ((state in ('ignored', 'waiting', 'unreadable')) <= (reason is not null)),
  check ((state in ('contribution', 'attached')) <= (contribution is not null))
);
comment on table participation.mail is 'A letter that came by e-mail and what became of it. [personal]';
comment on column participation.mail.id is 'Number of the row.';
comment on column participation.mail.raw is 'SHA-256 of the letter as it came; the bytes are a kept file.';
comment on column participation.mail.raw_size is 'Size of the letter as it came, in bytes.';
comment on column participation.mail.door is 'How it came: by IMAP, by SMTP or as an uploaded file.';
comment on column participation.mail.uploaded_by is 'Account that uploaded it, where somebody did. [personal]';
comment on column participation.mail.wants_answer is 'Whether the sender is to be told the number by itself; an upload of old letters may say no.';
comment on column participation.mail.arrived_at is 'When it was taken in.';
comment on column participation.mail.message_id is 'Its Message-ID without the brackets. [personal]';
comment on column participation.mail.words_hash is 'SHA-256 of sender, subject and words: the same letter by two ways has the same.';
comment on column participation.mail.from_email is 'Address of the sender as written. [personal]';
comment on column participation.mail.from_key is 'The same address in lower case without what stands after a plus. [personal]';
comment on column participation.mail.from_name is 'Name of the sender as written. [personal]';
comment on column participation.mail.subject is 'Subject as written. [personal]';
comment on column participation.mail.text is 'The words of the letter without quotation and signature. [personal]';
comment on column participation.mail.language is 'Language of its words.';
comment on column participation.mail.sent_at is 'Date the letter says; empty where it cannot be true.';
comment on column participation.mail.state is 'Stored, contribution, attached, ignored, waiting, unreadable or settled by a person.';
comment on column participation.mail.reason is 'Why it is ignored, waits or cannot be read.';
comment on column participation.mail.marks is 'What the reader noticed: a guessed charset, an impossible date.';
comment on column participation.mail.contribution is 'The contribution that it became or belongs to.';
comment on column participation.mail.answered_at is 'When an automatic answer was posted.';
comment on column participation.mail.settled_by is 'Account that dealt with it. [personal]';
comment on column participation.mail.settled_at is 'When somebody dealt with it.';
comment on column participation.mail.settled_why is 'What that person wrote about it. [personal]';
create index mail_by_state on participation.mail (state, arrived_at desc);
create index mail_by_message_id on participation.mail (message_id);
create index mail_by_words on participation.mail (words_hash);
create index mail_by_sender on participation.mail (from_key, arrived_at);
create index mail_by_contribution on participation.mail (contribution);

create table participation.mail_place (
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  mail uuid not null references participation.mail (id) on delete cascade,
  primary key (mailbox, uid_validity, uid)
);
comment on table participation.mail_place is 'Where in which mailbox a letter stood, so that it is not taken twice. [personal]';
comment on column participation.mail_place.mailbox is 'Server, user and folder.';
comment on column participation.mail_place.uid_validity is 'UIDVALIDITY of the folder: with another one its numbers mean other letters.';
comment on column participation.mail_place.uid is 'UID within the folder.';
comment on column participation.mail_place.mail is 'The letter.';
create index mail_place_by_mail on participation.mail_place (mail);

create table participation.mail_part (
  mail uuid not null references participation.mail (id) on delete cascade,
  position integer not null check (position > 0),
  name text not null,
  says text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  primary key (mail, position)
);
comment on table participation.mail_part is 'A file attached to a letter. [personal]';
comment on column participation.mail_part.mail is 'The letter.';
comment on column participation.mail_part.position is 'Its place among the attachments.';
comment on column participation.mail_part.name is 'Its name as written. [personal]';
comment on column participation.mail_part.says is 'What it says it is.';
comment on column participation.mail_part.media_type is 'What it is by its bytes.';
comment on column participation.mail_part.sha256 is 'SHA-256 of its bytes, which are a kept file.';
comment on column participation.mail_part.size is 'Size in bytes.';

create table participation.mail_thread (
  key text primary key check (key ~ '^(id|own|token):.'),
  contribution uuid not null references store.thing (id) on delete cascade,
  made_at timestamptz not null
);
comment on table participation.mail_thread is 'What leads an answer to its contribution: Message-IDs of letters in and out, and the token in our address. [personal]';
comment on column participation.mail_thread.key is 'id: a Message-ID that came in; own: one of ours; token: what stands after the plus.';
comment on column participation.mail_thread.contribution is 'The contribution.';
comment on column participation.mail_thread.made_at is 'When it was noted.';
create index mail_thread_by_contribution on participation.mail_thread (contribution);
