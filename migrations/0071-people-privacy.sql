-- Rights over personal data: requests with their proof, periods of retention, what the job cleared, files that must go.

create table people.privacy_request (
  id uuid primary key,
  kind text not null check (kind in ('export', 'erasure')),
  asked_by text not null check (asked_by in ('person', 'staff', 'retention')),
  at timestamptz not null,
  became jsonb not null default '[]'
);
comment on table people.privacy_request is 'A request that was carried out: proof that it was, without the person it was about. [personal]';
comment on column people.privacy_request.id is 'Number of the proof.';
comment on column people.privacy_request.kind is 'Export or erasure.';
comment on column people.privacy_request.asked_by is 'The person by their link, a colleague on their behalf, or the end of a period.';
comment on column people.privacy_request.at is 'When it was carried out.';
comment on column people.privacy_request.became is 'How many entries of each part were erased, and how many stay without the person.';
create index privacy_request_at on people.privacy_request (at desc);

create table people.retention_period (
  kind text primary key check (kind ~ '^[a-z][A-Za-z.]{1,60}$'),
  days integer not null check (days between 1 and 36500),
  set_by uuid,
  set_at timestamptz not null
);
comment on table people.retention_period is 'Periods that the body set otherwise than they come. [personal]';
comment on column people.retention_period.kind is 'What the period is for.';
comment on column people.retention_period.days is 'Days it is kept.';
comment on column people.retention_period.set_by is 'Account that set it.';
comment on column people.retention_period.set_at is 'When.';

create table people.retention_run (
  id uuid primary key,
  at timestamptz not null,
  kind text not null,
  older_than timestamptz not null,
  cleared integer not null check (cleared >= 0)
);
comment on table people.retention_run is 'What the daily job cleared: numbers only. [personal]';
comment on column people.retention_run.id is 'Number of the entry.';
comment on column people.retention_run.at is 'When it ran.';
comment on column people.retention_run.kind is 'What was cleared.';
comment on column people.retention_run.older_than is 'Only what is older than this.';
comment on column people.retention_run.cleared is 'How many entries.';
create index retention_run_at on people.retention_run (at desc);

create table people.file_to_remove (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz not null
);
comment on table people.file_to_remove is 'Files of erased people; each goes as soon as nobody else needs the same bytes. [personal]';
comment on column people.file_to_remove.sha256 is 'SHA-256 of its bytes.';
comment on column people.file_to_remove.asked_at is 'When it was asked for.';
