-- Datasets, their vintages, the series kept of them, what the import checks found and what was revised.

create table evidence.dataset (
  id uuid primary key references store.thing (id),
  code text not null unique check (code ~ '^[A-Za-z0-9_.-]{1,64}$'),
  source text not null check (source ~ '^[a-z][a-z0-9-]*$'),
  title_bg text not null check (title_bg <> ''),
  title_en text not null check (title_en <> ''),
  doi text,
  licence_id text not null,
  licence_name_bg text not null,
  licence_name_en text not null,
  licence_address text not null,
  address text not null,
  download text,
  region_dimension text,
  region_codes text not null check (region_codes in ('nuts', 'nsi')),
  frequency text not null,
  dimensions text[] not null default '{}',
  note_bg text,
  note_en text,
  last_good_at timestamptz,
  last_tried_at timestamptz,
  last_problem jsonb,
  check ((note_bg is null) = (note_en is null))
);
comment on table evidence.dataset is 'What a source offers under one code.';
comment on column evidence.dataset.id is 'Number of the thing.';
comment on column evidence.dataset.code is 'Code at the source, in small letters where the source does not care.';
comment on column evidence.dataset.source is 'Who publishes it: eurostat, nsi, upload …';
comment on column evidence.dataset.title_bg is 'Title in Bulgarian.';
comment on column evidence.dataset.title_en is 'Title in English.';
comment on column evidence.dataset.doi is 'Digital object identifier, where it has one.';
comment on column evidence.dataset.licence_id is 'Short name of the licence.';
comment on column evidence.dataset.licence_name_bg is 'Licence in words, Bulgarian.';
comment on column evidence.dataset.licence_name_en is 'Licence in words, English.';
comment on column evidence.dataset.licence_address is 'Where the licence is read.';
comment on column evidence.dataset.address is 'Where a person finds it at the source.';
comment on column evidence.dataset.download is 'Address of the data themselves; null where a person has to ask for them.';
comment on column evidence.dataset.region_dimension is 'Name of the dimension that holds the region; null: the file is about the whole country.';
comment on column evidence.dataset.region_codes is 'Whether regions are written as NUTS codes or in the codes of the statistical institute.';
comment on column evidence.dataset.frequency is 'A, S, Q, M, W or school year, as the source says.';
comment on column evidence.dataset.dimensions is 'Dimensions the file must have; empty: those the filters name.';
comment on column evidence.dataset.note_bg is 'What to know about it, Bulgarian.';
comment on column evidence.dataset.note_en is 'What to know about it, English.';
comment on column evidence.dataset.last_good_at is 'When a file of it was last received whole.';
comment on column evidence.dataset.last_tried_at is 'When it was last tried.';
comment on column evidence.dataset.last_problem is 'Why the last try failed, in both languages; null after a good one.';

create table evidence.selection (
  number integer generated always as identity primary key,
  key text not null,
  dataset text not null references evidence.dataset (code),
  filter jsonb not null,
  filter_text text not null,
  unit_id text not null,
  unit_scale double precision not null check (unit_scale > 0),
  unit_currency text check (unit_currency in ('EUR', 'BGN')),
  unit_percent boolean not null,
  adds text not null check (adds in ('regions', 'no')),
  whole boolean not null,
  low double precision,
  high double precision,
  made_at timestamptz not null default clock_timestamp(),
  unique (dataset, filter_text)
);
comment on table evidence.selection is 'What of a dataset is kept: one value per region and period. Never changed in what it selects; another filter is another row.';
comment on column evidence.selection.number is 'Number of the selection, small because every series carries it.';
comment on column evidence.selection.key is 'Key of the indicator it was made for.';
comment on column evidence.selection.dataset is 'Code of the dataset.';
comment on column evidence.selection.filter is 'Dimension to the codes wanted.';
comment on column evidence.selection.filter_text is 'The same in one fixed order, to find it by.';
comment on column evidence.selection.unit_id is 'Unit of the stored values.';
comment on column evidence.selection.unit_scale is 'What a stored value is multiplied by for whole units.';
comment on column evidence.selection.unit_currency is 'Currency of the stored values, where they are money.';
comment on column evidence.selection.unit_percent is 'Whether differences are percentage points.';
comment on column evidence.selection.adds is 'Whether the parts of a region add up to it.';
comment on column evidence.selection.whole is 'Whether values are counts and must be whole.';
comment on column evidence.selection.low is 'Lowest believable value.';
comment on column evidence.selection.high is 'Highest believable value.';
comment on column evidence.selection.made_at is 'When it was first wanted.';
create index selection_key on evidence.selection (key);

create table evidence.vintage (
  number integer generated always as identity primary key,
  dataset text not null references evidence.dataset (code),
  state text not null check (state in ('arriving', 'held', 'current', 'superseded', 'refused')),
  origin text not null check (origin in ('pack', 'file', 'fetch', 'upload')),
  as_of text not null check (as_of ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
  stamp text,
  received_at timestamptz not null,
  address text not null,
  parameters jsonb not null default '{}',
  file_name text not null,
  media_type text not null,
  format text not null default '',
  bytes_sha256 text not null check (bytes_sha256 ~ '^[0-9a-f]{64}$'),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  original_sha256 text check (original_sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  reader_version text not null,
  licence_id text not null,
  nuts_version text check (nuts_version in ('2003', '2006', '2010', '2013', '2016', '2021', '2024')),
  rows_read bigint not null default 0,
  cells_read bigint not null default 0,
  series_kept integer not null default 0,
  newest text,
  codes jsonb not null default '{}',
  brought_by uuid,
  settled_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  check ((state = 'arriving') = (settled_at is null)),
  check ((decided_at is null) = (reason is null))
);
comment on table evidence.vintage is 'One file as received. Only its state changes; the file and its series stay.';
comment on column evidence.vintage.number is 'Number of the vintage.';
comment on column evidence.vintage.dataset is 'Code of the dataset.';
comment on column evidence.vintage.state is 'arriving (nobody reads it), held (waits for a person), current, superseded or refused.';
comment on column evidence.vintage.origin is 'starter pack, file brought by a person, fetched from the source, or upload by template.';
comment on column evidence.vintage.as_of is 'Day or month the figures are of.';
comment on column evidence.vintage.stamp is 'The stamp of the provider, as written.';
comment on column evidence.vintage.received_at is 'When the file reached us.';
comment on column evidence.vintage.address is 'Where it came from: an address, or the words of who brought it.';
comment on column evidence.vintage.parameters is 'Parameters of the request, where there was one.';
comment on column evidence.vintage.file_name is 'Name of the file, as brought; nothing is read from it.';
comment on column evidence.vintage.media_type is 'Kind of file by content.';
comment on column evidence.vintage.format is 'Format the reader recognised.';
comment on column evidence.vintage.bytes_sha256 is 'SHA-256 of the bytes received.';
comment on column evidence.vintage.content_sha256 is 'SHA-256 of the unpacked content: gzip headers differ between identical downloads.';
comment on column evidence.vintage.original_sha256 is 'SHA-256 of the source file a starter pack extract was made from.';
comment on column evidence.vintage.size is 'Bytes received.';
comment on column evidence.vintage.reader_version is 'Version of the readers.';
comment on column evidence.vintage.licence_id is 'Licence at the time of receipt.';
comment on column evidence.vintage.nuts_version is 'NUTS version of its region codes: with it every region of its series is a pair.';
comment on column evidence.vintage.rows_read is 'Series in the file, wanted or not.';
comment on column evidence.vintage.cells_read is 'Cells in the file, wanted or not.';
comment on column evidence.vintage.series_kept is 'Series stored.';
comment on column evidence.vintage.newest is 'Newest period of the stored series that holds a value.';
comment on column evidence.vintage.codes is 'Codes the file used per dimension, regions left out: the next vintage is compared with them.';
comment on column evidence.vintage.brought_by is 'Account of who brought it. [personal]';
comment on column evidence.vintage.settled_at is 'When the import ended, whichever way.';
comment on column evidence.vintage.decided_by is 'Account of who accepted or refused it. [personal]';
comment on column evidence.vintage.decided_at is 'When a person accepted or refused it.';
comment on column evidence.vintage.reason is 'Why, in the words of who decided.';
create unique index vintage_current on evidence.vintage (dataset) where state = 'current';
create unique index vintage_arriving on evidence.vintage (dataset) where state = 'arriving';
create unique index vintage_bytes on evidence.vintage (dataset, bytes_sha256) where state <> 'refused';
create unique index vintage_content on evidence.vintage (dataset, content_sha256) where state <> 'refused';
create index vintage_dataset on evidence.vintage (dataset, number desc);

create table evidence.axis (
  vintage integer not null references evidence.vintage (number) on delete cascade,
  number smallint not null,
  periods text[] not null,
  primary key (vintage, number)
);
comment on table evidence.axis is 'The periods that series of a vintage share: a file of 130,000 series has one or two such lists.';
comment on column evidence.axis.vintage is 'Vintage it belongs to.';
comment on column evidence.axis.number is 'Number within the vintage.';
comment on column evidence.axis.periods is 'Periods, oldest first, in the spelling of the kernel.';

create table evidence.series (
  vintage integer not null,
  selection integer not null,
  -- plain bytes: the Bulgarian order of the database would cost a fifth of an import
  region text collate "C" not null,
  axis smallint not null,
  decimals smallint not null check (decimals between 0 and 15),
  cell_values double precision[] not null,
  flags text[],
  missing text,
  primary key (vintage, selection, region)
);
comment on table evidence.series is 'One row per selection, region and vintage, whole series as arrays. No keys are checked row by row, that would cost more than the copy; the act that makes a vintage current checks them all at once.';
comment on column evidence.series.vintage is 'Vintage it came with.';
comment on column evidence.series.selection is 'What was selected.';
comment on column evidence.series.region is 'Code of the region; the pair is made with the NUTS version of the vintage.';
comment on column evidence.series.axis is 'Which list of periods.';
comment on column evidence.series.decimals is 'Most decimals seen, for faithful display.';
comment on column evidence.series.cell_values is 'Values as served, NaN where missing.';
comment on column evidence.series.flags is 'Flags of the source per period; null: none anywhere.';
comment on column evidence.series.missing is 'One letter per period: . value, ? unknown, c confidential, u unreliable, z not applicable, 0 no cases, ~ not served; null: nothing is missing.';

create table evidence.check_result (
  vintage integer not null references evidence.vintage (number) on delete cascade,
  check_name text not null check (check_name in ('body', 'header', 'grammar', 'duplicates', 'codes', 'unit', 'sums', 'suppressedParts', 'crossCheck', 'bounds', 'revisions', 'outliers', 'marks')),
  result text not null check (result in ('stop', 'hold', 'mark', 'note', 'passed', 'notReached')),
  looked_at integer not null check (looked_at >= 0),
  found integer not null check (found >= 0),
  primary key (vintage, check_name)
);
comment on table evidence.check_result is 'How each check of an import ended.';
comment on column evidence.check_result.vintage is 'Vintage checked.';
comment on column evidence.check_result.check_name is 'Which check.';
comment on column evidence.check_result.result is 'The gravest thing it found; notReached: a stop came before.';
comment on column evidence.check_result.looked_at is 'How many things it looked at.';
comment on column evidence.check_result.found is 'How many it found, also beyond those listed.';

create table evidence.remark (
  number bigint generated always as identity primary key,
  vintage integer not null references evidence.vintage (number) on delete cascade,
  check_name text not null,
  result text not null check (result in ('stop', 'hold', 'mark', 'note')),
  says text not null check (says ~ '^[a-z][A-Za-z]*$'),
  facts jsonb not null,
  selection text,
  region text,
  period text
);
comment on table evidence.remark is 'One thing a check found, for the page and the CSV of the import; a bounded number per check.';
comment on column evidence.remark.number is 'Number of the remark.';
comment on column evidence.remark.vintage is 'Vintage it was found in.';
comment on column evidence.remark.check_name is 'Check that found it.';
comment on column evidence.remark.result is 'stop, hold, mark or note.';
comment on column evidence.remark.says is 'Which sentence says it.';
comment on column evidence.remark.facts is 'What fills the sentence. Never a value that a source keeps confidential, nor one it can be computed from.';
comment on column evidence.remark.selection is 'Key of the selection concerned.';
comment on column evidence.remark.region is 'Region concerned.';
comment on column evidence.remark.period is 'Period concerned.';
create index remark_vintage on evidence.remark (vintage, number);
create index remark_marks on evidence.remark (selection, region) where result = 'mark';

create table evidence.revision (
  to_vintage integer primary key references evidence.vintage (number) on delete cascade,
  from_vintage integer not null references evidence.vintage (number),
  compared integer not null,
  changed integer not null,
  appeared integer not null,
  vanished integer not null,
  flags_changed integer not null,
  largest jsonb,
  at_home jsonb not null
);
comment on table evidence.revision is 'How a vintage differs from the one that was current before it.';
comment on column evidence.revision.to_vintage is 'The later vintage.';
comment on column evidence.revision.from_vintage is 'The earlier one.';
comment on column evidence.revision.compared is 'Cells that both have a place for.';
comment on column evidence.revision.changed is 'Cells with another value.';
comment on column evidence.revision.appeared is 'Cells that had no value before.';
comment on column evidence.revision.vanished is 'Cells that have no value any more.';
comment on column evidence.revision.flags_changed is 'Cells with the same value and other flags.';
comment on column evidence.revision.largest is 'The largest change of a value.';
comment on column evidence.revision.at_home is 'Changes in the home region and beside it, largest first, a bounded number.';

create table evidence.import_progress (
  vintage integer primary key references evidence.vintage (number) on delete cascade,
  step text not null check (step in ('keeping', 'reading', 'checking', 'settling', 'done')),
  bytes_read bigint not null default 0,
  bytes_in_all bigint not null default 0,
  series_stored integer not null default 0,
  host text not null,
  process integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
comment on table evidence.import_progress is 'How far an import has come; whoever finds one whose process is gone may clear it away.';
comment on column evidence.import_progress.vintage is 'Vintage that arrives.';
comment on column evidence.import_progress.step is 'What is being done.';
comment on column evidence.import_progress.bytes_read is 'Bytes read so far.';
comment on column evidence.import_progress.bytes_in_all is 'Bytes of the file.';
comment on column evidence.import_progress.series_stored is 'Series stored so far.';
comment on column evidence.import_progress.host is 'Machine that imports.';
comment on column evidence.import_progress.process is 'Number of the process there.';
comment on column evidence.import_progress.started_at is 'When it began.';
comment on column evidence.import_progress.seen_at is 'When it last said that it lives.';

create trigger edition after insert or update or delete on evidence.dataset for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.selection for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.vintage for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.revision for each statement execute function evidence.count_edition();
