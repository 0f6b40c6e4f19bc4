-- One contribution, every channel: as received, as everybody may read it, and what became of it. Names and addresses are in people.

create table participation.topic (
  key text primary key check (key ~ '^[a-z][a-zA-Z]{1,40}$'),
  name_bg text not null check (length(name_bg) between 1 and 80),
  name_en text not null check (length(name_en) between 1 and 80),
  position integer not null,
  active boolean not null default true
);
comment on table participation.topic is 'Themes that staff give to contributions.';
comment on column participation.topic.key is 'Short name of the theme.';
comment on column participation.topic.name_bg is 'Name in Bulgarian.';
comment on column participation.topic.name_en is 'Name in English.';
comment on column participation.topic.position is 'Order in lists.';
comment on column participation.topic.active is 'Whether it can be chosen for new contributions.';
insert into participation.topic (key, name_bg, name_en, position) values
  ('entrepreneurship', 'Предприемачество', 'Entrepreneurship', 1),
  ('innovation', 'Иновации', 'Innovation', 2),
  ('digitalisation', 'Дигитализация', 'Digitalisation', 3),
  ('skills', 'Умения и образование', 'Skills and education', 4),
  ('investment', 'Инвестиции и терени', 'Investment and sites', 5),
  ('infrastructure', 'Инфраструктура', 'Infrastructure', 6),
  ('administration', 'Администрация и услуги', 'Administration and services', 7),
  ('environment', 'Околна среда и енергия', 'Environment and energy', 8),
  ('other', 'Друго', 'Other', 9);

create table participation.contribution_counter (
  year integer primary key check (year between 2000 and 2200),
  last integer not null check (last >= 0)
);
comment on table participation.contribution_counter is 'The last number given in each year.';
comment on column participation.contribution_counter.year is 'Year in the region.';
comment on column participation.contribution_counter.last is 'Last number given.';

create table participation.contribution (
  id uuid primary key references store.thing (id),
  number text not null unique check (number ~ '^[0-9]{4}-[0-9]{4,7}$'),
  kind text not null check (kind in ('proposal', 'blockComment', 'eventNote', 'surveyText', 'statement')),
  channel text not null check (channel in ('web', 'email', 'paper', 'post', 'event', 'portalCsv', 'portalApi', 'phone', 'import', 'survey')),
  process uuid not null references participation.process (id),
  language text not null check (language ~ '^[a-z]{2}$'),
  title_received text not null check (length(title_received) <= 300),
  text_received text not null,
  received_hash bytea not null check (length(received_hash) = 32),
  title text not null check (length(title) <= 300),
  text text not null,
  title_public text not null default '' check (length(title_public) <= 300),
  text_public text not null default '',
  version integer not null default 1 check (version > 0),
  municipality text,
  place text not null default '' check (length(place) <= 300),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  for_whom text not null default '' check (length(for_whom) <= 300),
  sector text check (sector in ('administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media')),
  indicator text,
  author uuid references people.contact on delete set null,
  author_choice text not null check (author_choice in ('name', 'initials', 'citizen')),
  author_kind text not null check (author_kind in ('person', 'organisation', 'authority')),
  author_shown text check (length(author_shown) <= 200),
  entered_by uuid,
  checked_by uuid,
  source_file text check (source_file ~ '^[0-9a-f]{64}$'),
  source_reference text check (length(source_reference) <= 300),
  received_on date not null,
  entered_at timestamptz not null,
  assurance text not null check (assurance in ('unconfirmed', 'email', 'inPerson', 'staff')),
  marks text[] not null default '{}',
  late boolean not null default false,
  state text not null check (state in ('awaitingConfirmation', 'inModeration', 'published', 'notPublished', 'underConsideration', 'answered', 'outcomeKnown', 'merged', 'withdrawn')),
  merged_into uuid references participation.contribution (id),
  supports integer not null default 0 check (supports >= 0),
  counted_supports integer not null default 0 check (counted_supports >= 0),
  arguments_for integer not null default 0 check (arguments_for >= 0),
  arguments_against integer not null default 0 check (arguments_against >= 0),
  followers integer not null default 0 check (followers >= 0),
  decision text check (decision in ('accepted', 'acceptedInPart', 'notAccepted', 'outOfScope', 'alreadySo')),
  answered_at timestamptz,
  unit text not null default '' check (length(unit) <= 200),
  due_on date,
  published_at timestamptz,
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into <> id),
  check ((latitude is null) = (longitude is null)),
  check ((decision is null) = (answered_at is null))
);
comment on table participation.contribution is 'A proposal, comment, note or statement, whatever way it came in.';
comment on column participation.contribution.id is 'Number of the thing.';
comment on column participation.contribution.number is 'Public number for ever: year and running number.';
comment on column participation.contribution.kind is 'What it is.';
comment on column participation.contribution.channel is 'Way it came in.';
comment on column participation.contribution.process is 'The call or consultation it belongs to.';
comment on column participation.contribution.language is 'Language it is written in.';
comment on column participation.contribution.title_received is 'Title as received; never overwritten. [personal]';
comment on column participation.contribution.text_received is 'Text as received; never overwritten, emptied only by withdrawal or erasure. [personal]';
comment on column participation.contribution.received_hash is 'SHA-256 of what was received, normalised: the same again is found by it. [personal]';
comment on column participation.contribution.title is 'Title as it would be published: masked and mended by staff. [personal]';
comment on column participation.contribution.text is 'Text as it would be published. [personal]';
comment on column participation.contribution.title_public is 'Title as everybody reads it; empty until it is published.';
comment on column participation.contribution.text_public is 'Text as everybody reads it; empty until it is published.';
comment on column participation.contribution.version is 'Goes up with every change of the public text or state.';
comment on column participation.contribution.municipality is 'Code of the municipality it is about.';
comment on column participation.contribution.place is 'Place in words.';
comment on column participation.contribution.latitude is 'Latitude of the place, where one was given.';
comment on column participation.contribution.longitude is 'Longitude of the place, where one was given.';
comment on column participation.contribution.for_whom is 'Whom it would serve.';
comment on column participation.contribution.sector is 'Sector the author speaks for.';
comment on column participation.contribution.indicator is 'Key of the indicator it refers to.';
comment on column participation.contribution.author is 'Who it is from; null for the anonymous and the erased. [personal]';
comment on column participation.contribution.author_choice is 'How the author wishes to be shown.';
comment on column participation.contribution.author_kind is 'Person, organisation, or the authority itself.';
comment on column participation.contribution.author_shown is 'Author as everybody may read; null is a citizen.';
comment on column participation.contribution.entered_by is 'Account that typed or imported it; never its author. [personal]';
comment on column participation.contribution.checked_by is 'Account that compared it with its source. [personal]';
comment on column participation.contribution.source_file is 'SHA-256 of the letter, scan or file it was taken from. [personal]';
comment on column participation.contribution.source_reference is 'Registry number, row or address at the source. [personal]';
comment on column participation.contribution.received_on is 'Day it was received.';
comment on column participation.contribution.entered_at is 'When it was entered.';
comment on column participation.contribution.assurance is 'How sure it is who speaks.';
comment on column participation.contribution.marks is 'What a person should look at before it is published. [personal]';
comment on column participation.contribution.late is 'Whether it came after the end.';
comment on column participation.contribution.state is 'Where it stands.';
comment on column participation.contribution.merged_into is 'The one it was merged into.';
comment on column participation.contribution.supports is 'Confirmed supporters.';
comment on column participation.contribution.counted_supports is 'Support counted by hand at meetings; kept apart.';
comment on column participation.contribution.arguments_for is 'Published arguments for it.';
comment on column participation.contribution.arguments_against is 'Published arguments against it.';
comment on column participation.contribution.followers is 'People who follow it.';
comment on column participation.contribution.decision is 'Decision of its answer.';
comment on column participation.contribution.answered_at is 'When the answer was published.';
comment on column participation.contribution.unit is 'Unit that answers.';
comment on column participation.contribution.due_on is 'Day by which it is to be answered.';
comment on column participation.contribution.published_at is 'When it was first published.';
create index contribution_newest on participation.contribution (published_at desc, id) where published_at is not null;
create index contribution_supported on participation.contribution (supports desc, id) where published_at is not null;
create index contribution_discussed on participation.contribution ((arguments_for + arguments_against) desc, id) where published_at is not null;
create index contribution_process on participation.contribution (process, state);
create index contribution_municipality on participation.contribution (municipality, published_at desc) where published_at is not null;
create index contribution_waiting on participation.contribution (state, received_on) where state in ('awaitingConfirmation', 'inModeration', 'published', 'underConsideration');
create index contribution_author on participation.contribution (author) where author is not null;
create index contribution_hash on participation.contribution (received_hash);
create index contribution_merged on participation.contribution (merged_into) where merged_into is not null;
create index contribution_trigrams on participation.contribution using gin ((lower(title || ' ' || text)) gin_trgm_ops);

/* What was received is never overwritten (G2); withdrawal and erasure empty it, and nothing else may touch it. */
create function participation.keep_received() returns trigger language plpgsql as $$
begin
  if (new.title_received, new.text_received) is distinct from (old.title_received, old.text_received)
    and not (new.title_received = '' and new.text_received = '') then
    raise exception 'the text as received is never overwritten' using errcode = '23514', constraint = 'contribution_received_kept';
  end if;
  if new.number <> old.number or new.channel <> old.channel or new.kind <> old.kind or new.received_on <> old.received_on then
    raise exception 'number, kind, channel and day of receipt stay' using errcode = '23514', constraint = 'contribution_received_kept';
  end if;
  return new;
end $$;
create trigger contribution_received_kept before update on participation.contribution for each row execute function participation.keep_received();

create table participation.contribution_version (
  contribution uuid not null references participation.contribution (id),
  version integer not null check (version > 0),
  title text not null,
  text text not null,
  why text not null default '' check (length(why) <= 500),
  by_account uuid,
  at timestamptz not null,
  primary key (contribution, version)
);
comment on table participation.contribution_version is 'Every public wording of a contribution. [personal]';
comment on column participation.contribution_version.contribution is 'The contribution.';
comment on column participation.contribution_version.version is 'Number of the wording.';
comment on column participation.contribution_version.title is 'Title.';
comment on column participation.contribution_version.text is 'Text.';
comment on column participation.contribution_version.why is 'Why it was changed.';
comment on column participation.contribution_version.by_account is 'Account that changed it; null for the author.';
comment on column participation.contribution_version.at is 'When.';

create table participation.contribution_topic (
  contribution uuid not null references participation.contribution (id),
  topic text not null references participation.topic (key),
  primary key (contribution, topic)
);
comment on table participation.contribution_topic is 'Themes of a contribution.';
comment on column participation.contribution_topic.contribution is 'The contribution.';
comment on column participation.contribution_topic.topic is 'The theme.';
create index contribution_topic_topic on participation.contribution_topic (topic);

create table participation.contribution_step (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z][A-Za-z]{1,40}$'),
  says_bg text not null default '' check (length(says_bg) <= 2000),
  says_en text not null default '' check (length(says_en) <= 2000),
  path text check (path like '/%'),
  hidden boolean not null default false
);
comment on table participation.contribution_step is 'What became of a contribution, step by step.';
comment on column participation.contribution_step.id is 'Number of the step.';
comment on column participation.contribution_step.contribution is 'The contribution.';
comment on column participation.contribution_step.at is 'When.';
comment on column participation.contribution_step.kind is 'What happened.';
comment on column participation.contribution_step.says_bg is 'In words, in Bulgarian; empty where the kind says enough.';
comment on column participation.contribution_step.says_en is 'In words, in English; empty where the kind says enough.';
comment on column participation.contribution_step.path is 'Page it leads to.';
comment on column participation.contribution_step.hidden is 'Whether it was undone and is shown to staff only.';
create index contribution_step_of on participation.contribution_step (contribution, at);

create table participation.support (
  contribution uuid not null references participation.contribution (id),
  contact uuid not null references people.contact on delete cascade,
  assurance text not null check (assurance in ('unconfirmed', 'email', 'inPerson', 'staff')),
  how text not null check (how in ('web', 'paper', 'merged', 'import')),
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (contribution, contact)
);
comment on table participation.support is 'Who supports a contribution; only confirmed support counts. [personal]';
comment on column participation.support.contribution is 'The contribution.';
comment on column participation.support.contact is 'Who supports it.';
comment on column participation.support.assurance is 'How sure it is who supports.';
comment on column participation.support.how is 'Way it came in.';
comment on column participation.support.at is 'When.';
comment on column participation.support.withdrawn_at is 'When it was withdrawn.';
create index support_contact on participation.support (contact);

create table participation.lost_support (
  contribution uuid primary key references participation.contribution (id),
  supports integer not null default 0 check (supports >= 0)
);
comment on table participation.lost_support is 'Support of people who were erased since: the count stays, nothing leads to them.';
comment on column participation.lost_support.contribution is 'The contribution.';
comment on column participation.lost_support.supports is 'How many.';

create table participation.counted_support (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  source_bg text not null check (length(source_bg) between 1 and 300),
  source_en text not null check (length(source_en) between 1 and 300),
  count integer not null check (count > 0),
  entered_by uuid,
  at timestamptz not null
);
comment on table participation.counted_support is 'Support counted by hand, as dots on a sheet; never added to confirmed support.';
comment on column participation.counted_support.id is 'Number of the count.';
comment on column participation.counted_support.contribution is 'The contribution.';
comment on column participation.counted_support.source_bg is 'Where it was counted, in Bulgarian.';
comment on column participation.counted_support.source_en is 'Where it was counted, in English.';
comment on column participation.counted_support.count is 'How many.';
comment on column participation.counted_support.entered_by is 'Account that entered it. [personal]';
comment on column participation.counted_support.at is 'When.';
create index counted_support_of on participation.counted_support (contribution);

create table participation.argument (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  side text not null check (side in ('for', 'against')),
  contact uuid references people.contact on delete set null,
  author_shown text check (length(author_shown) <= 200),
  text text not null check (length(text) between 1 and 5000),
  state text not null check (state in ('awaitingConfirmation', 'waiting', 'published', 'hidden')),
  why text check (length(why) <= 500),
  at timestamptz not null
);
comment on table participation.argument is 'An argument for or against a contribution. [personal]';
comment on column participation.argument.id is 'Number of the argument.';
comment on column participation.argument.contribution is 'The contribution.';
comment on column participation.argument.side is 'For or against.';
comment on column participation.argument.contact is 'Who wrote it.';
comment on column participation.argument.author_shown is 'Author as everybody may read.';
comment on column participation.argument.text is 'The argument.';
comment on column participation.argument.state is 'Where it stands.';
comment on column participation.argument.why is 'Why it is hidden.';
comment on column participation.argument.at is 'When it was written.';
create index argument_of on participation.argument (contribution, state, at);

create table participation.attachment (
  id uuid primary key,
  contribution uuid not null references participation.contribution (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size bigint not null check (size > 0),
  open boolean not null default false,
  at timestamptz not null
);
comment on table participation.attachment is 'A file that came with a contribution; private until somebody has looked at it. [personal]';
comment on column participation.attachment.id is 'Random number in its address.';
comment on column participation.attachment.contribution is 'The contribution.';
comment on column participation.attachment.sha256 is 'SHA-256 of its bytes, which the store keeps.';
comment on column participation.attachment.name is 'Name it is downloaded under.';
comment on column participation.attachment.media_type is 'What it is, judged by its bytes.';
comment on column participation.attachment.size is 'Size in bytes.';
comment on column participation.attachment.open is 'Whether everybody may download it.';
comment on column participation.attachment.at is 'When it came.';
create index attachment_of on participation.attachment (contribution);
