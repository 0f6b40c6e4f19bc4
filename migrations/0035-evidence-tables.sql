-- Tables that people bring: the file that waits for its columns to be confirmed, and the mapping kept for the next one.

alter table evidence.dataset add column publisher text check (publisher <> '');
comment on column evidence.dataset.publisher is 'Name of who publishes it, where that is not one of the known sources; source is then own.';
comment on column evidence.vintage.parameters is 'Parameters of the request, where there was one; of an own table or of entered values, what is known of how they came (role, never a person).';
comment on column evidence.vintage.original_sha256 is 'SHA-256 of the source file a starter pack extract, or the stored form of an own table, was made from.';

create table evidence.table_draft (
  id uuid primary key,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  brought_by uuid,
  brought_at timestamptz not null,
  own_table text references evidence.dataset (code),
  content jsonb not null,
  mapping jsonb,
  is_of_kept boolean not null default false,
  about jsonb not null default '{}',
  step text not null check (step in ('columns', 'meaning', 'preview')),
  check (step = 'columns' or mapping is not null)
);
comment on table evidence.table_draft is 'A file that came and waits to be confirmed: none of it is public and none of it is a figure. [personal]';
comment on column evidence.table_draft.id is 'Number of the draft.';
comment on column evidence.table_draft.file_name is 'Name of the file, as brought.';
comment on column evidence.table_draft.sha256 is 'SHA-256 of the file, which is kept.';
comment on column evidence.table_draft.size is 'Bytes of the file.';
comment on column evidence.table_draft.brought_by is 'Account of who brought it.';
comment on column evidence.table_draft.brought_at is 'When it was brought.';
comment on column evidence.table_draft.own_table is 'Code of the own table it is a newer file of; null for a new table.';
comment on column evidence.table_draft.content is 'Sheets of the file as cells of text and numbers, with what is hidden, merged or computed.';
comment on column evidence.table_draft.mapping is 'Which column is what; null until it was said.';
comment on column evidence.table_draft.is_of_kept is 'Whether the mapping is the one kept from an earlier file.';
comment on column evidence.table_draft.about is 'Title, publisher and meaning of the figures, as typed so far.';
comment on column evidence.table_draft.step is 'Where the person is: columns, meaning or preview.';
create index table_draft_brought on evidence.table_draft (brought_at);
create index table_draft_own on evidence.table_draft (own_table);

create table evidence.own_table (
  dataset text primary key references evidence.dataset (code),
  signature text not null,
  mapping jsonb not null,
  about jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid
);
comment on table evidence.own_table is 'How the columns of an own table were read: offered again when a file with the same heads comes. [personal]';
comment on column evidence.own_table.dataset is 'Code of the dataset the table became.';
comment on column evidence.own_table.signature is 'Names of the heads in one order, periods left out.';
comment on column evidence.own_table.mapping is 'Which head is what.';
comment on column evidence.own_table.about is 'Title, publisher and meaning of the figures, as typed.';
comment on column evidence.own_table.saved_at is 'When it was last confirmed.';
comment on column evidence.own_table.saved_by is 'Account of who confirmed it.';
create index own_table_signature on evidence.own_table (signature);
