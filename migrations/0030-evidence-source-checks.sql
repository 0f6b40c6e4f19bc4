-- Looking for news at the sources: what each look found, and runs over many datasets that can be followed, stopped and resumed.

create table evidence.source_check (
  number bigint generated always as identity primary key,
  dataset text not null references evidence.dataset (code),
  looked_at timestamptz not null,
  asked_by text not null check (asked_by in ('clock', 'person', 'command')),
  result text not null check (result in ('new', 'held', 'refused', 'older', 'nothingNew', 'busy', 'failed')),
  stamp text,
  vintage integer references evidence.vintage (number) on delete set null,
  problem jsonb,
  check ((result = 'failed') = (problem is not null))
);
comment on table evidence.source_check is 'One look at a source: when, and what it found. A bounded number per dataset is kept.';
comment on column evidence.source_check.number is 'Number of the look.';
comment on column evidence.source_check.dataset is 'Code of the dataset looked for.';
comment on column evidence.source_check.looked_at is 'When the answer was there.';
comment on column evidence.source_check.asked_by is 'Who asked: the clock, a person at a page, or a command. Not which person.';
comment on column evidence.source_check.result is 'new and read, held for a person, refused by the checks, older than what is read, nothingNew, busy with another import, or failed.';
comment on column evidence.source_check.stamp is 'The source’s own mark of the state it offered: date of the last change in its list, or the mark of the file.';
comment on column evidence.source_check.vintage is 'Vintage that came of it, or that was found to be the same.';
comment on column evidence.source_check.problem is 'Why it failed, in both languages.';
create index source_check_dataset on evidence.source_check (dataset, number desc);

create table evidence.fetch_run (
  number integer generated always as identity primary key,
  kind text not null check (kind in ('missing', 'news')),
  state text not null check (state in ('waiting', 'running', 'done', 'stopped')),
  asked_by text not null check (asked_by in ('clock', 'person', 'command')),
  asked_at timestamptz not null,
  account uuid,
  stop_asked boolean not null default false,
  ended_at timestamptz,
  host text,
  process integer,
  seen_at timestamptz,
  check ((state in ('done', 'stopped')) = (ended_at is not null)),
  check ((state = 'running') = (host is not null and process is not null and seen_at is not null))
);
comment on table evidence.fetch_run is 'Many datasets fetched one after another: those without figures, or those in use looked at for news.';
comment on column evidence.fetch_run.number is 'Number of the run.';
comment on column evidence.fetch_run.kind is 'missing: datasets without figures; news: datasets in use.';
comment on column evidence.fetch_run.state is 'waiting for a worker, running, done, or stopped by a person.';
comment on column evidence.fetch_run.asked_by is 'The clock, a person at a page, or a command.';
comment on column evidence.fetch_run.asked_at is 'When it was asked for.';
comment on column evidence.fetch_run.account is 'Account of the person who asked. [personal]';
comment on column evidence.fetch_run.stop_asked is 'Whether a person asked it to stop.';
comment on column evidence.fetch_run.ended_at is 'When it ended, whichever way.';
comment on column evidence.fetch_run.host is 'Machine of the worker; null while nobody works on it.';
comment on column evidence.fetch_run.process is 'Process of the worker there.';
comment on column evidence.fetch_run.seen_at is 'When the worker last said that it lives; one that is silent is replaced.';
create unique index fetch_run_open on evidence.fetch_run ((true)) where state in ('waiting', 'running');

create table evidence.fetch_item (
  run integer not null references evidence.fetch_run (number) on delete cascade,
  place integer not null check (place > 0),
  dataset text not null references evidence.dataset (code),
  state text not null check (state in ('waiting', 'running', 'done')),
  bytes_read bigint not null default 0,
  bytes_in_all bigint not null default 0,
  source_check bigint references evidence.source_check (number) on delete set null,
  primary key (run, place),
  unique (run, dataset)
);
comment on table evidence.fetch_item is 'One dataset of a run. What is done is not fetched again when the run is resumed.';
comment on column evidence.fetch_item.run is 'Run it belongs to.';
comment on column evidence.fetch_item.place is 'Its turn.';
comment on column evidence.fetch_item.dataset is 'Code of the dataset.';
comment on column evidence.fetch_item.state is 'waiting, running or done, however it ended.';
comment on column evidence.fetch_item.bytes_read is 'Bytes read so far.';
comment on column evidence.fetch_item.bytes_in_all is 'Bytes of the file, once known.';
comment on column evidence.fetch_item.source_check is 'What came of it.';
