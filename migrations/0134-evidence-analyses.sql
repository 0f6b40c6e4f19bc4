-- Analyses: a recorded list of steps on frozen figures, in versions; and runs that take long, which can be followed and stopped.

create table evidence.analysis (
  id uuid primary key references store.thing (id),
  number integer generated always as identity unique,
  kind text not null check (kind in ('index', 'peers', 'benchmark', 'specialisation', 'trend')),
  key text unique check (key ~ '^[a-z][a-z0-9-]{0,59}$'),
  title_bg text not null check (length(title_bg) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  version integer not null check (version > 0),
  published_version integer check (published_version <= version),
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  check (state <> 'published' or (published_at is not null and published_version is not null))
);
comment on table evidence.analysis is 'A saved analysis. What it does and what came of it stands in its versions.';
comment on column evidence.analysis.id is 'Number of the thing.';
comment on column evidence.analysis.number is 'Small number, for its address.';
comment on column evidence.analysis.kind is 'What is done: a composite index, peers, benchmark, specialisation or trend.';
comment on column evidence.analysis.key is 'Word in the address, where it has a page of its own: eid. Null: its number is used.';
comment on column evidence.analysis.title_bg is 'Title, Bulgarian.';
comment on column evidence.analysis.title_en is 'Title, English.';
comment on column evidence.analysis.state is 'draft: seen by colleagues; published: seen by everyone; withdrawn: taken back.';
comment on column evidence.analysis.version is 'Newest version.';
comment on column evidence.analysis.published_version is 'Version that everyone sees; a newer one may wait for a person.';
comment on column evidence.analysis.made_by is 'Account that made it; null where the product did. [personal]';
comment on column evidence.analysis.made_at is 'When it was made.';
comment on column evidence.analysis.changed_at is 'When the newest version was saved.';
comment on column evidence.analysis.published_at is 'When a version was last published.';

create table evidence.analysis_version (
  analysis uuid not null references evidence.analysis (id),
  version integer not null check (version > 0),
  record jsonb not null,
  inputs jsonb not null,
  vintages jsonb not null,
  result jsonb,
  note_bg text not null,
  note_en text not null,
  why text not null check (length(why) <= 2000),
  made_by uuid,
  made_at timestamptz not null,
  primary key (analysis, version)
);
comment on table evidence.analysis_version is 'A version of an analysis: steps, the figures they are done on, and the result. Rows are only added.';
comment on column evidence.analysis_version.analysis is 'The analysis.';
comment on column evidence.analysis_version.version is 'Counts up from 1.';
comment on column evidence.analysis_version.record is 'The steps with all parameters, in the shape of its kind.';
comment on column evidence.analysis_version.inputs is 'The figures as they were: indicators, regions, periods, values, flags, reasons.';
comment on column evidence.analysis_version.vintages is 'The vintages they are of, with source and licence.';
comment on column evidence.analysis_version.result is 'What came of it; null where the steps could not be done.';
comment on column evidence.analysis_version.note_bg is 'The method in words, written from the steps, Bulgarian.';
comment on column evidence.analysis_version.note_en is 'The method in words, written from the steps, English.';
comment on column evidence.analysis_version.why is 'Why it was changed, in the words of who did.';
comment on column evidence.analysis_version.made_by is 'Account that saved it. [personal]';
comment on column evidence.analysis_version.made_at is 'When it was saved.';

create table evidence.analysis_run (
  number integer generated always as identity primary key,
  analysis uuid not null,
  version integer not null,
  what text not null check (what ~ '^[a-z][a-zA-Z]{1,39}$'),
  parameters jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  done integer not null default 0 check (done >= 0),
  of_all integer not null check (of_all > 0),
  stop_asked boolean not null default false,
  asked_by uuid,
  asked_at timestamptz not null,
  ended_at timestamptz,
  host text,
  process integer,
  seen_at timestamptz,
  result jsonb,
  problem text,
  foreign key (analysis, version) references evidence.analysis_version (analysis, version),
  check ((state in ('done', 'stopped', 'failed')) = (ended_at is not null)),
  check ((state = 'running') = (host is not null and process is not null and seen_at is not null)),
  check ((state = 'failed') = (problem is not null)),
  check (state <> 'done' or result is not null)
);
comment on table evidence.analysis_run is 'Work on a version that takes long: rank intervals, sensitivity. Followed, stopped, taken over after a crash.';
comment on column evidence.analysis_run.number is 'Number of the run.';
comment on column evidence.analysis_run.analysis is 'The analysis.';
comment on column evidence.analysis_run.version is 'The version it is about.';
comment on column evidence.analysis_run.what is 'Which work: intervals, sensitivity.';
comment on column evidence.analysis_run.parameters is 'With which parameters: how many repetitions, which seed.';
comment on column evidence.analysis_run.state is 'waiting for a worker, running, done, stopped by a person, or failed.';
comment on column evidence.analysis_run.done is 'Repetitions done so far.';
comment on column evidence.analysis_run.of_all is 'Repetitions in all.';
comment on column evidence.analysis_run.stop_asked is 'Whether a person asked it to stop.';
comment on column evidence.analysis_run.asked_by is 'Account of the person who asked. [personal]';
comment on column evidence.analysis_run.asked_at is 'When it was asked for.';
comment on column evidence.analysis_run.ended_at is 'When it ended, whichever way.';
comment on column evidence.analysis_run.host is 'Machine of the worker; null while nobody works on it.';
comment on column evidence.analysis_run.process is 'Process of the worker there.';
comment on column evidence.analysis_run.seen_at is 'When the worker last said that it lives; one that is silent is replaced.';
comment on column evidence.analysis_run.result is 'What came of it.';
comment on column evidence.analysis_run.problem is 'Why it failed.';
create unique index analysis_run_open on evidence.analysis_run (analysis, version, what) where state in ('waiting', 'running');
create index analysis_run_of on evidence.analysis_run (analysis, version, what, number desc);
