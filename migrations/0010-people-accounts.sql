-- Who works with the product: accounts, sessions, one-time tokens, roles and duties. Not open to the role of public pages.

create schema people;
comment on schema people is 'Who we are: accounts, roles, organisations, contacts. Public pages cannot read it.';

create table people.account (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120 and name !~ '[[:cntrl:]]'),
  email text not null unique check (email = lower(email) and length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  email_verified boolean not null default false,
  language text not null default 'bg' check (language in ('bg', 'en')),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  invited_by uuid,
  ended_at timestamptz
);
comment on table people.account is 'A person who works with the product. Erased persons have no row. [personal]';
comment on column people.account.id is 'Number of the account; the audit trail names people by it.';
comment on column people.account.name is 'Name as colleagues read it.';
comment on column people.account.email is 'Address for sign-in and letters, in lower case.';
comment on column people.account.email_verified is 'Whether somebody has opened a link sent to the address.';
comment on column people.account.language is 'Language of letters.';
comment on column people.account.created_at is 'When the account was made.';
comment on column people.account.updated_at is 'When name, address or language last changed.';
comment on column people.account.invited_by is 'Account that invited the person; null for the first administrator and the command line.';
comment on column people.account.ended_at is 'When access was ended; null while it lasts.';

create table people.credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null check (provider_id = 'credential'),
  user_id uuid not null references people.account on delete cascade,
  password text not null check (length(password) > 60),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (user_id, provider_id)
);
comment on table people.credential is 'A password as a salted scrypt hash. Kept in the shape the accounts library expects. [personal]';
comment on column people.credential.id is 'Number of the row.';
comment on column people.credential.account_id is 'The account again, as the accounts library names it.';
comment on column people.credential.provider_id is 'Always credential: a password of our own.';
comment on column people.credential.user_id is 'Whose password it is.';
comment on column people.credential.password is 'Salt and scrypt hash; the password itself is nowhere.';
comment on column people.credential.created_at is 'When a password was first set.';
comment on column people.credential.updated_at is 'When it was last changed.';

create table people.session (
  id uuid primary key,
  user_id uuid not null references people.account on delete cascade,
  token text not null unique check (length(token) >= 32),
  expires_at timestamptz not null,
  device text,
  ip_address text check (ip_address is null or ip_address = ''),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table people.session is 'A signed-in browser. The cookie is signed as well, so that this table alone opens nothing. [personal]';
comment on column people.session.id is 'Number of the session, for ending it.';
comment on column people.session.user_id is 'Who is signed in.';
comment on column people.session.token is 'Random text in the cookie.';
comment on column people.session.expires_at is 'When it ends by itself.';
comment on column people.session.device is 'Browser and system in two words, so that people recognise their sessions.';
comment on column people.session.ip_address is 'Always empty: the accounts library has the field, we keep no addresses.';
comment on column people.session.created_at is 'When the person signed in.';
comment on column people.session.updated_at is 'When the session was last prolonged.';
create index session_by_user on people.session (user_id);

create table people.token (
  hash bytea primary key check (length(hash) = 32),
  purpose text not null check (purpose in ('signIn', 'invitation', 'firstAdministrator')),
  account uuid references people.account on delete cascade,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((account is null) = (purpose = 'firstAdministrator')),
  check (expires_at > made_at)
);
comment on table people.token is 'One-time links: one purpose, one use, an end. Only the hash is here. [personal]';
comment on column people.token.hash is 'SHA-256 of the random text in the link.';
comment on column people.token.purpose is 'The one thing the link does.';
comment on column people.token.account is 'Whom it is for; null for the first administrator, who has no account yet.';
comment on column people.token.made_at is 'When it was made.';
comment on column people.token.expires_at is 'When it ends unused.';
comment on column people.token.used_at is 'When it was used; a used link opens nothing.';
create index token_account on people.token (account);

create table people.attempt (
  key bytea primary key check (length(key) = 32),
  tokens double precision not null check (tokens >= 0),
  at timestamptz not null
);
comment on table people.attempt is 'How many attempts to sign in are left, per person and per network address. [personal]';
comment on column people.attempt.key is 'Keyed hash of what is counted; its key changes every day.';
comment on column people.attempt.tokens is 'Attempts left at that time; they grow back.';
comment on column people.attempt.at is 'Time of the last attempt.';
create index attempt_at on people.attempt (at);

create table people.role (
  account uuid primary key references people.account on delete cascade,
  role text not null check (role in ('administrator', 'analyst', 'coordinator', 'owner', 'investment', 'trainer')),
  given_by uuid,
  given_at timestamptz not null default clock_timestamp()
);
comment on table people.role is 'The one role of an account. [personal]';
comment on column people.role.account is 'Whose role it is.';
comment on column people.role.role is 'One of the roles of the policy table.';
comment on column people.role.given_by is 'Account that gave it; null for the command line and the first administrator.';
comment on column people.role.given_at is 'When it was given.';

create table people.duty (
  account uuid not null references people.account on delete cascade,
  duty text not null check (duty in ('moderator', 'answering', 'editor', 'reviewer')),
  given_by uuid,
  given_at timestamptz not null default clock_timestamp(),
  primary key (account, duty)
);
comment on table people.duty is 'Duties assigned within a role. [personal]';
comment on column people.duty.account is 'Who has the duty.';
comment on column people.duty.duty is 'What the person is asked to do.';
comment on column people.duty.given_by is 'Account that assigned it.';
comment on column people.duty.given_at is 'When it was assigned.';
