-- Texts in blocks with lasting numbers: written here, consulted on, and later what a strategy is made of.

create table participation.text (
  id uuid primary key,
  number integer generated always as identity unique,
  title_bg text not null check (length(title_bg) <= 200),
  title_en text not null check (length(title_en) <= 200),
  language text not null check (language in ('bg', 'en')),
  state text not null check (state in ('preview', 'current')),
  version integer not null check (version > 0),
  next_block integer not null check (next_block > 0),
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (title_bg <> '' or title_en <> '')
);
comment on table participation.text is 'A text in blocks, in one language.';
comment on column participation.text.id is 'Number of the text.';
comment on column participation.text.number is 'Short number in its address.';
comment on column participation.text.title_bg is 'Title in Bulgarian.';
comment on column participation.text.title_en is 'Title in English.';
comment on column participation.text.language is 'Language it is written in.';
comment on column participation.text.state is 'A preview of an import that nobody has kept yet, or a text.';
comment on column participation.text.version is 'Its newest version.';
comment on column participation.text.next_block is 'The number the next new block gets; numbers are never given twice.';
comment on column participation.text.made_by is 'Account that made it. [personal]';
comment on column participation.text.made_at is 'When it was made.';
comment on column participation.text.changed_at is 'When it last changed.';

create table participation.text_version (
  text uuid not null references participation.text (id) on delete cascade,
  version integer not null check (version > 0),
  began_from integer check (began_from > 0),
  why text not null check (length(why) <= 500),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  made_by uuid,
  made_at timestamptz not null,
  primary key (text, version)
);
comment on table participation.text_version is 'Every version of a text, for good.';
comment on column participation.text_version.text is 'The text.';
comment on column participation.text_version.version is 'Number of the version, from 1.';
comment on column participation.text_version.began_from is 'The version it was written on.';
comment on column participation.text_version.why is 'What was changed and why, in the words of its author; may be empty.';
comment on column participation.text_version.hash is 'SHA-256 over numbers, versions and hashes of its blocks in order.';
comment on column participation.text_version.made_by is 'Account that saved it. [personal]';
comment on column participation.text_version.made_at is 'When it was saved.';

create table participation.text_block (
  text uuid not null,
  version integer not null,
  position integer not null check (position >= 0),
  block integer not null check (block > 0),
  block_version integer not null check (block_version > 0),
  kind text not null check (kind in ('heading', 'paragraph', 'list', 'table')),
  level integer not null check (level between 0 and 4),
  source text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (text, version, block),
  unique (text, version, position),
  foreign key (text, version) references participation.text_version (text, version) on delete cascade,
  check ((kind = 'heading') = (level > 0))
);
comment on table participation.text_block is 'The blocks of a version of a text, in order.';
comment on column participation.text_block.text is 'The text.';
comment on column participation.text_block.version is 'The version.';
comment on column participation.text_block.position is 'Place in the order of reading, from 0.';
comment on column participation.text_block.block is 'Lasting number of the block, never given to another.';
comment on column participation.text_block.block_version is 'Goes up when its words change; not when it moves.';
comment on column participation.text_block.kind is 'Heading, paragraph, list or table.';
comment on column participation.text_block.level is 'Level of a heading; 0 for the others.';
comment on column participation.text_block.source is 'Its words in the small Markdown set.';
comment on column participation.text_block.hash is 'SHA-256 of kind, level and words.';

create table participation.text_successor (
  text uuid not null references participation.text (id) on delete cascade,
  block integer not null,
  successor integer not null,
  named_by uuid,
  named_at timestamptz not null,
  primary key (text, block, successor)
);
comment on table participation.text_successor is 'In which blocks the words of a block go on, where an editor said so.';
comment on column participation.text_successor.text is 'The text.';
comment on column participation.text_successor.block is 'The block that was split, joined or taken out.';
comment on column participation.text_successor.successor is 'The block its words go on in.';
comment on column participation.text_successor.named_by is 'Account that said so. [personal]';
comment on column participation.text_successor.named_at is 'When it was said.';

/* What was saved stays; only the preview of an import that nobody kept may go as a whole. */
create function participation.keep_versions() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (not exists (select from participation.text where id = old.text) or exists (select from participation.text where id = old.text and state = 'preview')) then
    return old;
  end if;
  raise exception 'a version of a text is never changed' using errcode = '23514', constraint = 'text_version_kept';
end $$;
create trigger text_version_kept before update or delete on participation.text_version for each row execute function participation.keep_versions();
create trigger text_block_kept before update or delete on participation.text_block for each row execute function participation.keep_versions();
