-- The current-state report: what staff write between its figures, and its editions, frozen with every figure.

create table strategy.report_text (
  chapter text not null check (chapter ~ '^[a-z][a-z-]{1,40}$'),
  version integer not null check (version > 0),
  text_bg text not null check (length(text_bg) <= 8000),
  text_en text not null check (length(text_en) <= 8000),
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (chapter, version)
);
comment on table strategy.report_text is 'What people write in a chapter of the current-state report; the newest version stands, the earlier ones are kept.';
comment on column strategy.report_text.chapter is 'Name of the chapter.';
comment on column strategy.report_text.version is 'Which version.';
comment on column strategy.report_text.text_bg is 'Text in Bulgarian: paragraphs divided by an empty line.';
comment on column strategy.report_text.text_en is 'Text in English: paragraphs divided by an empty line.';
comment on column strategy.report_text.saved_by is 'Account that saved it. [personal]';
comment on column strategy.report_text.saved_at is 'When.';

create table strategy.edition (
  id uuid primary key references store.thing (id),
  number integer not null unique check (number > 0),
  as_of date not null,
  why text not null default '' check (length(why) <= 500),
  content_bg text not null,
  content_en text not null,
  sha256_bg text not null check (sha256_bg ~ '^[0-9a-f]{64}$'),
  sha256_en text not null check (sha256_en ~ '^[0-9a-f]{64}$'),
  published_by uuid,
  published_at timestamptz not null
);
comment on table strategy.edition is 'A published edition of the current-state report: the whole document in both languages as it was on that day.';
comment on column strategy.edition.id is 'Number of the thing.';
comment on column strategy.edition.number is 'Which edition.';
comment on column strategy.edition.as_of is 'Day of the newest figures in it.';
comment on column strategy.edition.why is 'Why a new edition was made.';
comment on column strategy.edition.content_bg is 'The document in Bulgarian, as JSON, byte for byte.';
comment on column strategy.edition.content_en is 'The document in English, as JSON, byte for byte.';
comment on column strategy.edition.sha256_bg is 'SHA-256 of the Bulgarian document.';
comment on column strategy.edition.sha256_en is 'SHA-256 of the English document.';
comment on column strategy.edition.published_by is 'Account that published it. [personal]';
comment on column strategy.edition.published_at is 'When.';

create table strategy.edition_figure (
  edition uuid not null references strategy.edition (id),
  language text not null check (language in ('bg', 'en')),
  place integer not null check (place > 0),
  kind text not null check (kind in ('figure', 'table')),
  number integer not null check (number > 0),
  block text not null,
  heading text not null,
  sources jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (edition, language, place)
);
comment on table strategy.edition_figure is 'Every figure and table of an edition: which vintages it shows, and the SHA-256 of its numbers.';
comment on column strategy.edition_figure.edition is 'The edition.';
comment on column strategy.edition_figure.language is 'In which language.';
comment on column strategy.edition_figure.place is 'Its place in the document.';
comment on column strategy.edition_figure.kind is 'A figure with a drawing, or a table.';
comment on column strategy.edition_figure.number is 'The number it bears.';
comment on column strategy.edition_figure.block is 'Its name in the document, the same from edition to edition.';
comment on column strategy.edition_figure.heading is 'What stands over it.';
comment on column strategy.edition_figure.sources is 'Names of the sources with their vintages.';
comment on column strategy.edition_figure.sha256 is 'SHA-256 of its table of numbers: the same numbers, the same sum.';
