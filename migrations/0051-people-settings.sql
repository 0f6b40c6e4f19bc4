-- What the body in charge says of itself, its mailbox, and how far the first set-up has come.
-- People opens to public pages for the table of settings only: every other table here is marked as personal.

comment on schema people is 'Who we are: accounts, roles, organisations, contacts, and what the body in charge says of itself. Public pages read the settings only. [public]';

create table people.setting (
  form text primary key check (form in ('body', 'contact', 'funding')),
  fallback jsonb not null default '{}',
  value jsonb,
  version integer not null default 0 check (version >= 0),
  changed_at timestamptz,
  changed_by uuid,
  check ((value is null) = (version = 0))
);
comment on table people.setting is 'What the body in charge says of itself on every page: name and emblem, contacts, who pays.';
comment on column people.setting.form is 'Which form it was written in.';
comment on column people.setting.fallback is 'What holds until somebody writes something: from the region pack and the environment, renewed at every start.';
comment on column people.setting.value is 'What was written; null until then.';
comment on column people.setting.version is 'Goes up with every change, so that two people at once do not lose each other’s words.';
comment on column people.setting.changed_at is 'When it was last written.';
comment on column people.setting.changed_by is 'Account that wrote it. [personal]';
insert into people.setting (form) values ('body'), ('contact'), ('funding');

create table people.mailbox (
  one boolean primary key default true check (one),
  address text not null default '' check (length(address) <= 254),
  host text not null default '',
  port integer not null default 993 check (port between 1 and 65535),
  security text not null default 'tls' check (security in ('tls', 'starttls')),
  user_name text not null default '',
  folder text not null default 'INBOX',
  secret bytea,
  version integer not null default 0 check (version >= 0),
  changed_at timestamptz,
  changed_by uuid
);
comment on table people.mailbox is 'The mailbox that people write to, for taking proposals in by e-mail. [personal]';
comment on column people.mailbox.one is 'There is one.';
comment on column people.mailbox.address is 'Its address.';
comment on column people.mailbox.host is 'IMAP server.';
comment on column people.mailbox.port is 'IMAP port.';
comment on column people.mailbox.security is 'TLS from the first byte, or STARTTLS.';
comment on column people.mailbox.user_name is 'Name it signs in with.';
comment on column people.mailbox.folder is 'Folder that is read.';
comment on column people.mailbox.secret is 'Its password, encrypted with the key in the data folder (AES-256-GCM: 12 bytes nonce, 16 bytes tag, text).';
comment on column people.mailbox.version is 'Goes up with every change.';
comment on column people.mailbox.changed_at is 'When it was last written.';
comment on column people.mailbox.changed_by is 'Account that wrote it.';
insert into people.mailbox default values;

create table people.setup_step (
  step text primary key check (step in ('body', 'contact', 'mailbox', 'funding', 'colleagues')),
  outcome text not null check (outcome in ('saved', 'skipped')),
  settled_at timestamptz not null,
  settled_by uuid
);
comment on table people.setup_step is 'Steps of the first set-up that were saved or put off. [personal]';
comment on column people.setup_step.step is 'Which of the five.';
comment on column people.setup_step.outcome is 'Saved, or skipped for now.';
comment on column people.setup_step.settled_at is 'When.';
comment on column people.setup_step.settled_by is 'Account that did it.';
