-- Regions as pairs of code and NUTS version, what changed between versions, and where this installation is at home.

create schema evidence;
comment on schema evidence is 'What we know: regions, datasets with their vintages and series, indicators. [public]';

create table evidence.region (
  code text not null check (code ~ '^[A-Z0-9_]{2,12}$'),
  version text not null check (version in ('2003', '2006', '2010', '2013', '2016', '2021', '2024')),
  level text not null check (level in ('eu', 'country', 'nuts1', 'nuts2', 'nuts3', 'municipality')),
  nsi text,
  parent text,
  name_bg text not null check (name_bg <> ''),
  name_en text not null check (name_en <> ''),
  primary key (code, version),
  foreign key (parent, version) references evidence.region (code, version) deferrable initially deferred,
  check (parent is distinct from code)
);
comment on table evidence.region is 'A region is a pair of code and NUTS version, never a bare code. Rows are never deleted: series name them.';
comment on column evidence.region.code is 'Eurostat code (BG344), or the code of the statistical institute for a municipality (SZR31).';
comment on column evidence.region.version is 'NUTS version in which the code has this meaning.';
comment on column evidence.region.level is 'Union, country, NUTS 1, 2, 3 or municipality.';
comment on column evidence.region.nsi is 'Code of the statistical institute (SZR), where it has one.';
comment on column evidence.region.parent is 'Code of the region it is part of, in the same version; null at the top.';
comment on column evidence.region.name_bg is 'Name in Bulgarian.';
comment on column evidence.region.name_en is 'Name in English, or in the official spelling of the country.';
create unique index region_nsi on evidence.region (version, nsi) where nsi is not null;
create index region_parent on evidence.region (parent, version);

create table evidence.region_change (
  number integer generated always as identity primary key,
  version text not null check (version in ('2003', '2006', '2010', '2013', '2016', '2021', '2024')),
  from_code text,
  to_code text,
  kind text not null check (kind in ('recoded', 'boundary', 'split', 'merged', 'new', 'ended')),
  check (from_code is not null or to_code is not null),
  unique nulls not distinct (version, from_code, to_code, kind)
);
comment on table evidence.region_change is 'What happened to a region from one NUTS version to the next; a code that is not listed stayed as it was.';
comment on column evidence.region_change.number is 'Number of the change.';
comment on column evidence.region_change.version is 'The version that brought the change.';
comment on column evidence.region_change.from_code is 'Code before; null for a new region.';
comment on column evidence.region_change.to_code is 'Code after; null for one that ended.';
comment on column evidence.region_change.kind is 'recoded (same territory), boundary, split, merged, new or ended.';

create table evidence.home (
  only_row boolean primary key default true check (only_row),
  code text not null,
  version text not null,
  pack text not null,
  pack_sha256 text not null check (pack_sha256 ~ '^[0-9a-f]{64}$'),
  pack_as_of text not null,
  pack_loaded_at timestamptz not null,
  catalogue_sha256 text not null check (catalogue_sha256 ~ '^[0-9a-f]{64}$'),
  catalogue_read_at timestamptz not null,
  foreign key (code, version) references evidence.region (code, version)
);
comment on table evidence.home is 'One row: the region this installation is about, and which starter pack and catalogue it has read.';
comment on column evidence.home.only_row is 'Always true: one installation, one region.';
comment on column evidence.home.code is 'Code of the home region.';
comment on column evidence.home.version is 'NUTS version the pages show.';
comment on column evidence.home.pack is 'Name of the starter pack.';
comment on column evidence.home.pack_sha256 is 'Hash over the files of the pack, so that a newer pack is noticed.';
comment on column evidence.home.pack_as_of is 'The day the pack was put together, as it says itself.';
comment on column evidence.home.pack_loaded_at is 'When it was loaded here.';
comment on column evidence.home.catalogue_sha256 is 'Hash over the files of the catalogue, so that a newer catalogue is noticed.';
comment on column evidence.home.catalogue_read_at is 'When the catalogue was last read.';

create table evidence.edition (
  only_row boolean primary key default true check (only_row),
  number bigint not null
);
comment on table evidence.edition is 'Counts what changed for the pages of evidence; whoever keeps decoded figures in memory keeps them under this number.';
comment on column evidence.edition.only_row is 'Always true: there is one edition.';
comment on column evidence.edition.number is 'Goes up with every change of regions, datasets, vintages or indicators.';
insert into evidence.edition (number) values (1);

create function evidence.count_edition() returns trigger language plpgsql as $$
begin
  update evidence.edition set number = number + 1;
  return null;
end $$;
create trigger edition after insert or update or delete on evidence.region for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.region_change for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.home for each statement execute function evidence.count_edition();
