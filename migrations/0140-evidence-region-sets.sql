-- Sets of regions by name: the peers somebody chose once, for every page that compares.

create table evidence.region_set (
  number integer generated always as identity primary key,
  region text not null,
  name_bg text not null check (length(name_bg) between 1 and 80),
  name_en text not null check (length(name_en) between 1 and 80),
  regions text[] not null check (cardinality(regions) between 1 and 59),
  recipe text not null check (length(recipe) <= 2000),
  vintages integer[] not null,
  state text not null check (state in ('current', 'retired')),
  made_at timestamptz not null,
  made_by uuid,
  retired_at timestamptz,
  check ((state = 'retired') = (retired_at is not null))
);
comment on table evidence.region_set is 'Regions that were chosen together and given a name, such as the peers of the district. One that is no longer used is retired, never deleted: pages that named it still open.';
comment on column evidence.region_set.number is 'Small number, for its address.';
comment on column evidence.region_set.region is 'Code of the region they were chosen for.';
comment on column evidence.region_set.name_bg is 'Name, Bulgarian.';
comment on column evidence.region_set.name_en is 'Name, English.';
comment on column evidence.region_set.regions is 'Codes of the chosen regions, nearest first; the region itself is not among them.';
comment on column evidence.region_set.recipe is 'How they were found, as the query of the page of peers: weights, traits, country in or out. Empty: by hand.';
comment on column evidence.region_set.vintages is 'Numbers of the vintages of data they were found on.';
comment on column evidence.region_set.state is 'current: offered; retired: no longer offered.';
comment on column evidence.region_set.made_at is 'When it was saved.';
comment on column evidence.region_set.made_by is 'Account that saved it. [personal]';
comment on column evidence.region_set.retired_at is 'When it was retired.';
create unique index region_set_name_bg on evidence.region_set (lower(name_bg)) where state = 'current';
create unique index region_set_name_en on evidence.region_set (lower(name_en)) where state = 'current';
create trigger edition after insert or update or delete on evidence.region_set for each statement execute function evidence.count_edition();
