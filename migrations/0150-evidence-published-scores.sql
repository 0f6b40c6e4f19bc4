-- Official indices as they were published: kept beside our own, with edition and level, never computed here.

create table evidence.published_score (
  number integer generated always as identity primary key,
  index_name text not null check (index_name in ('ris', 'rci', 'eis', 'desi', 'eides', 'redi', 'gei')),
  edition text not null check (length(edition) between 1 and 40),
  region text not null check (region ~ '^[A-Z0-9_]{2,12}$'),
  score double precision not null,
  decimals smallint not null check (decimals between 0 and 6),
  scale_bg text not null check (length(scale_bg) between 1 and 200),
  scale_en text not null check (length(scale_en) between 1 and 200),
  source_bg text not null check (length(source_bg) between 1 and 200),
  source_en text not null check (length(source_en) between 1 and 200),
  address text not null check (length(address) between 1 and 500),
  entered_at timestamptz not null,
  entered_by uuid,
  withdrawn_at timestamptz
);
comment on table evidence.published_score is 'A score of an official index, as published. A wrong one is withdrawn, not changed.';
comment on column evidence.published_score.number is 'Number of the entry.';
comment on column evidence.published_score.index_name is 'Which index.';
comment on column evidence.published_score.edition is 'Edition it was published in; the method belongs to it.';
comment on column evidence.published_score.region is 'Code of the region it was published for: never of one below.';
comment on column evidence.published_score.score is 'The score as published.';
comment on column evidence.published_score.decimals is 'Decimals it was published with.';
comment on column evidence.published_score.scale_bg is 'What the number means, Bulgarian: EU = 100.';
comment on column evidence.published_score.scale_en is 'What the number means, English.';
comment on column evidence.published_score.source_bg is 'Who published it, Bulgarian.';
comment on column evidence.published_score.source_en is 'Who published it, English.';
comment on column evidence.published_score.address is 'Where it was published.';
comment on column evidence.published_score.entered_at is 'When it was entered.';
comment on column evidence.published_score.entered_by is 'Account that entered it. [personal]';
comment on column evidence.published_score.withdrawn_at is 'When it was taken back, if it was.';
create unique index published_score_once on evidence.published_score (index_name, edition, region) where withdrawn_at is null;
