-- The doors beside the web form: letters on paper, sheets of workshops, files, the national portal. Who typed is kept apart from who speaks.

create table participation.intake_draft (
  id uuid primary key,
  kind text not null check (kind in ('table', 'portalCsv', 'portalApi', 'decidim', 'polis')),
  process uuid not null references participation.process (id),
  file_name text not null check (length(file_name) between 1 and 300),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  mapping jsonb,
  state text not null default 'open' check (state in ('open', 'taken', 'dropped')),
  made_by uuid,
  made_at timestamptz not null,
  taken_at timestamptz,
  taken integer check (taken >= 0),
  already integer check (already >= 0),
  check ((state = 'taken') = (taken_at is not null))
);
comment on table participation.intake_draft is 'A file or answer that was brought and is looked at before anything of it is taken in. [personal]';
comment on column participation.intake_draft.id is 'Number of the draft.';
comment on column participation.intake_draft.kind is 'What it is: an own table, comments of the national portal by file or by interface, a Decidim file, a Polis set.';
comment on column participation.intake_draft.process is 'The call or consultation its contributions go to.';
comment on column participation.intake_draft.file_name is 'Name of the file, or address of the answer.';
comment on column participation.intake_draft.sha256 is 'SHA-256 of the file as it came, which the store keeps.';
comment on column participation.intake_draft.content is 'What was read of it; emptied once it is taken in or dropped.';
comment on column participation.intake_draft.mapping is 'Which column means what.';
comment on column participation.intake_draft.state is 'Open, taken in, or dropped.';
comment on column participation.intake_draft.made_by is 'Account that brought it.';
comment on column participation.intake_draft.made_at is 'When it was brought.';
comment on column participation.intake_draft.taken_at is 'When it was taken in.';
comment on column participation.intake_draft.taken is 'How many contributions came of it.';
comment on column participation.intake_draft.already is 'How many rows were there already.';
create index intake_draft_open on participation.intake_draft (state, made_at);

create table participation.intake_row (
  process uuid not null references participation.process (id),
  key bytea not null check (length(key) = 32),
  nth integer not null check (nth > 0),
  contribution uuid not null references participation.contribution (id),
  came_by text not null check (came_by in ('table', 'portalCsv', 'portalApi', 'decidim')),
  primary key (process, key, nth)
);
comment on table participation.intake_row is 'Every row taken in from a file or an interface, so that the same row again changes nothing. [personal]';
comment on column participation.intake_row.process is 'The call or consultation.';
comment on column participation.intake_row.key is 'SHA-256 of day, author and text, without tags and spaces.';
comment on column participation.intake_row.nth is 'Which of equal rows of one file it is, from 1: twenty people may send the same sentence on one day.';
comment on column participation.intake_row.contribution is 'The contribution it became.';
comment on column participation.intake_row.came_by is 'Way it came in first.';
create index intake_row_contribution on participation.intake_row (contribution);

create table participation.portal_link (
  process uuid primary key references participation.process (id),
  consultation integer not null check (consultation > 0),
  asked_at timestamptz,
  served integer check (served >= 0),
  most_served integer check (most_served >= 0)
);
comment on table participation.portal_link is 'Which consultation of the national portal a consultation is, and what its interface last served.';
comment on column participation.portal_link.process is 'The consultation here.';
comment on column participation.portal_link.consultation is 'Its number at the portal.';
comment on column participation.portal_link.asked_at is 'When the portal was last asked.';
comment on column participation.portal_link.served is 'How many comments it served then.';
comment on column participation.portal_link.most_served is 'How many it served at most: an answer that shrank is told, and deletes nothing.';

create table participation.paper (
  contribution uuid primary key references participation.contribution (id),
  dated_on date,
  registry_number text not null default '' check (length(registry_number) <= 60),
  illegible boolean not null default false,
  scan text check (scan ~ '^[0-9a-f]{64}$'),
  scan_type text,
  scan_size bigint check (scan_size > 0),
  consent text not null default 'none' check (consent in ('none', 'publishName')),
  typed_by uuid,
  typed_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  check ((scan is null) = (scan_type is null) and (scan is null) = (scan_size is null)),
  check ((checked_by is null) = (checked_at is null)),
  check (checked_by <> typed_by),
  check (consent = 'none' or scan is not null)
);
comment on table participation.paper is 'A letter on paper: its scan, and who typed and who checked it. [personal]';
comment on column participation.paper.contribution is 'The contribution typed from it.';
comment on column participation.paper.dated_on is 'Date on the letter.';
comment on column participation.paper.registry_number is 'Number in the register of incoming letters.';
comment on column participation.paper.illegible is 'Whether some of it could not be read.';
comment on column participation.paper.scan is 'SHA-256 of the scan or photo, which the store keeps.';
comment on column participation.paper.scan_type is 'What the scan is, judged by its bytes.';
comment on column participation.paper.scan_size is 'Size of the scan in bytes.';
comment on column participation.paper.consent is 'What is consented to on the paper itself; its scan is the proof.';
comment on column participation.paper.typed_by is 'Account that typed it; never its author.';
comment on column participation.paper.typed_at is 'When it was typed.';
comment on column participation.paper.checked_by is 'Account that compared it with the scan; another one.';
comment on column participation.paper.checked_at is 'When it was checked.';
