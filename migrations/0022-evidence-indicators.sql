-- The catalogue of indicators as data: one row per indicator, one per version of its definition.

create table evidence.indicator (
  id uuid primary key references store.thing (id),
  key text not null unique check (key ~ '^[a-z][a-z0-9]*(\.[A-Za-z0-9_-]+)+$'),
  version integer not null check (version > 0),
  defined_by text not null check (defined_by in ('catalogue', 'analyst')),
  position integer not null default 0
);
comment on table evidence.indicator is 'What is measured. Its words and its formula are in the version it points at.';
comment on column evidence.indicator.id is 'Number of the thing.';
comment on column evidence.indicator.key is 'Key in addresses, files and commands: ent.stock.';
comment on column evidence.indicator.version is 'Version of the definition that holds now.';
comment on column evidence.indicator.defined_by is 'catalogue: follows the file of the product; analyst: changed by a person and left alone by it.';
comment on column evidence.indicator.position is 'Order within its domain.';

create table evidence.indicator_version (
  indicator uuid not null references evidence.indicator (id) deferrable initially deferred,
  version integer not null check (version > 0),
  domain text not null check (domain in ('entrepreneurship', 'innovation', 'digitalisation', 'people', 'economy', 'territory', 'green')),
  name_bg text not null check (name_bg <> ''),
  name_en text not null check (name_en <> ''),
  short_name_bg text not null check (short_name_bg <> ''),
  short_name_en text not null check (short_name_en <> ''),
  definition_bg text not null,
  definition_en text not null,
  unit_id text not null,
  unit_label_bg text not null,
  unit_label_en text not null,
  unit_scale double precision not null check (unit_scale > 0),
  unit_currency text check (unit_currency in ('EUR', 'BGN')),
  unit_percent boolean not null,
  decimals smallint not null check (decimals between 0 and 6),
  direction text not null check (direction in ('more', 'less', 'neither')),
  formula jsonb not null,
  selection integer references evidence.selection (number),
  level text not null check (level in ('eu', 'country', 'nuts1', 'nuts2', 'nuts3', 'municipality')),
  caveats jsonb not null,
  headline smallint,
  hidden boolean not null,
  load jsonb not null,
  reason_without_figures jsonb,
  valid_from timestamptz not null,
  defined_by_account uuid,
  why text,
  primary key (indicator, version),
  check ((selection is not null) = (formula->>'kind' = 'direct'))
);
comment on table evidence.indicator_version is 'A definition of an indicator. Rows are only added: a figure names the version it was computed by.';
comment on column evidence.indicator_version.indicator is 'Indicator defined.';
comment on column evidence.indicator_version.version is 'Counts up from 1.';
comment on column evidence.indicator_version.domain is 'Domain it is shown under.';
comment on column evidence.indicator_version.name_bg is 'Name in Bulgarian.';
comment on column evidence.indicator_version.name_en is 'Name in English.';
comment on column evidence.indicator_version.short_name_bg is 'Name for cards and tables, Bulgarian.';
comment on column evidence.indicator_version.short_name_en is 'Name for cards and tables, English.';
comment on column evidence.indicator_version.definition_bg is 'What it means, Bulgarian.';
comment on column evidence.indicator_version.definition_en is 'What it means, English.';
comment on column evidence.indicator_version.unit_id is 'Unit of what is shown.';
comment on column evidence.indicator_version.unit_label_bg is 'Unit in words, Bulgarian.';
comment on column evidence.indicator_version.unit_label_en is 'Unit in words, English.';
comment on column evidence.indicator_version.unit_scale is 'What a shown value is multiplied by for whole units.';
comment on column evidence.indicator_version.unit_currency is 'Currency, where it is money.';
comment on column evidence.indicator_version.unit_percent is 'Whether differences are percentage points.';
comment on column evidence.indicator_version.decimals is 'Decimals shown.';
comment on column evidence.indicator_version.direction is 'Whether more or less is better, or neither.';
comment on column evidence.indicator_version.formula is 'How values come about: direct from a dataset, ratio, sum, difference, mean of two, or none yet.';
comment on column evidence.indicator_version.selection is 'The selection of a direct one.';
comment on column evidence.indicator_version.level is 'Finest level at which the source holds it.';
comment on column evidence.indicator_version.caveats is 'Traps that stand beside the number.';
comment on column evidence.indicator_version.headline is 'Order on the profile; null: not a headline.';
comment on column evidence.indicator_version.hidden is 'A building block of others: has a page, is not listed.';
comment on column evidence.indicator_version.load is 'How figures will come, in words and as a command.';
comment on column evidence.indicator_version.reason_without_figures is 'Why there are none, in both languages.';
comment on column evidence.indicator_version.valid_from is 'When it was defined.';
comment on column evidence.indicator_version.defined_by_account is 'Account that defined it; null for the catalogue. [personal]';
comment on column evidence.indicator_version.why is 'Why it was changed, in the words of who did.';
create index indicator_version_selection on evidence.indicator_version (selection) where selection is not null;

create trigger edition after insert or update or delete on evidence.indicator for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.indicator_version for each statement execute function evidence.count_edition();
