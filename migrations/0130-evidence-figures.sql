-- Figures: pinned answers. A decision shows the number it was taken on, also after newer data came.

create table evidence.figure (
  id uuid primary key references store.thing (id),
  number integer generated always as identity unique,
  about uuid not null references store.thing (id),
  kind text not null check (kind in ('indicator', 'analysis')),
  title_bg text not null check (length(title_bg) between 1 and 300),
  title_en text not null check (length(title_en) between 1 and 300),
  frozen jsonb not null,
  content_sha256 text not null unique check (content_sha256 ~ '^[0-9a-f]{64}$'),
  pinned_at timestamptz not null,
  pinned_by uuid
);
comment on table evidence.figure is 'A pinned answer: what was asked, of which vintages, by which method, and the values as they were. Rows are only added.';
comment on column evidence.figure.id is 'Number of the thing.';
comment on column evidence.figure.number is 'Small number, for its address.';
comment on column evidence.figure.about is 'The indicator or the analysis it is an answer of.';
comment on column evidence.figure.kind is 'indicator: values of a series; analysis: a result.';
comment on column evidence.figure.title_bg is 'What it shows, Bulgarian.';
comment on column evidence.figure.title_en is 'What it shows, English.';
comment on column evidence.figure.frozen is 'Regions, periods, values with unit, flags and state, vintages with source and licence, and the version of the method.';
comment on column evidence.figure.content_sha256 is 'Of what is frozen: the same answer pinned twice is one figure.';
comment on column evidence.figure.pinned_at is 'When it was pinned.';
comment on column evidence.figure.pinned_by is 'Account that pinned it. [personal]';
create index figure_about on evidence.figure (about, number desc);
