-- The register of what the district has to work with: laboratories, parks, schools, energy sites, clusters, bodies that help firms.

create table evidence.asset (
  id uuid primary key references store.thing (id),
  number integer generated always as identity unique,
  key text unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  kind text not null check (kind in ('laboratory', 'university', 'school', 'park', 'energy', 'cluster', 'hub', 'support', 'fund')),
  name_bg text not null check (length(name_bg) between 1 and 200),
  name_en text not null default '' check (length(name_en) <= 200),
  says_bg text not null default '' check (length(says_bg) <= 2000),
  says_en text not null default '' check (length(says_en) <= 2000),
  municipality text check (length(municipality) between 2 and 20),
  place text not null default '' check (length(place) <= 200),
  owner_bg text not null default '' check (length(owner_bg) <= 200),
  owner_en text not null default '' check (length(owner_en) <= 200),
  website text not null default '' check (website = '' or website ~ '^https?://'),
  public_contact text not null default '' check (length(public_contact) <= 200),
  source text not null check (length(source) between 1 and 300),
  source_address text not null default '' check (source_address = '' or source_address ~ '^https?://'),
  as_of_on date not null,
  illustrative boolean not null default false,
  version integer not null default 1 check (version > 0),
  reviewed_version integer check (reviewed_version > 0),
  reviewed_by uuid,
  reviewed_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 1 and 500),
  saved_by uuid,
  published_at timestamptz,
  changed_at timestamptz not null,
  check (state <> 'published' or (name_en <> '' and published_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_why is not null)),
  check ((reviewed_version is null) = (reviewed_at is null))
);
comment on table evidence.asset is 'An asset of the district: a place or body that research, firms and learning can use.';
comment on column evidence.asset.id is 'Number of the thing.';
comment on column evidence.asset.number is 'Short number in its address.';
comment on column evidence.asset.key is 'Name in the region''s pack; null where a person entered it.';
comment on column evidence.asset.state is 'Draft, published or withdrawn.';
comment on column evidence.asset.kind is 'Laboratory, university, school, park, energy site, cluster, hub, support body or fund.';
comment on column evidence.asset.name_bg is 'Name in Bulgarian.';
comment on column evidence.asset.name_en is 'Name in English; needed before it is published.';
comment on column evidence.asset.says_bg is 'What it is and who may use it, in Bulgarian.';
comment on column evidence.asset.says_en is 'What it is and who may use it, in English.';
comment on column evidence.asset.municipality is 'Code of the municipality; null where it belongs to the whole district or is not known.';
comment on column evidence.asset.place is 'Settlement or address.';
comment on column evidence.asset.owner_bg is 'Body that owns or runs it, in Bulgarian.';
comment on column evidence.asset.owner_en is 'Body that owns or runs it, in English.';
comment on column evidence.asset.website is 'Its own site.';
comment on column evidence.asset.public_contact is 'Contact that the body itself has made public; never that of a person.';
comment on column evidence.asset.source is 'Where it is known from.';
comment on column evidence.asset.source_address is 'Address of the source.';
comment on column evidence.asset.as_of_on is 'Day for which the source says so.';
comment on column evidence.asset.illustrative is 'An example that is not real; said wherever it stands.';
comment on column evidence.asset.version is 'Goes up with every change, so that two people at once do not lose each other''s words.';
comment on column evidence.asset.reviewed_version is 'The version a second person has looked at; older than the present one means not reviewed.';
comment on column evidence.asset.reviewed_by is 'Account that reviewed it. [personal]';
comment on column evidence.asset.reviewed_at is 'When it was reviewed.';
comment on column evidence.asset.withdrawn_why is 'Why it was withdrawn.';
comment on column evidence.asset.saved_by is 'Account that saved the present version; null for the pack. [personal]';
comment on column evidence.asset.published_at is 'When it was first published.';
comment on column evidence.asset.changed_at is 'When it last changed.';
create index asset_listed on evidence.asset (state, kind, municipality);

create table evidence.asset_version (
  asset uuid not null references evidence.asset (id),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  content jsonb not null,
  why text not null default '' check (length(why) <= 500),
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (asset, version)
);
comment on table evidence.asset_version is 'Every version of an asset, the present one too.';
comment on column evidence.asset_version.asset is 'The asset.';
comment on column evidence.asset_version.version is 'Which version.';
comment on column evidence.asset_version.state is 'The state it had.';
comment on column evidence.asset_version.content is 'The words of the entry.';
comment on column evidence.asset_version.why is 'Why it changed.';
comment on column evidence.asset_version.saved_by is 'Account that saved it; null for the pack. [personal]';
comment on column evidence.asset_version.saved_at is 'When it was saved.';

create table evidence.asset_draft (
  id uuid primary key,
  name text not null check (length(name) <= 200),
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null
);
comment on table evidence.asset_draft is 'Rows of a file that wait for a person to look at them; nothing of them is in the register. [personal]';
comment on column evidence.asset_draft.id is 'Number in its address.';
comment on column evidence.asset_draft.name is 'Name of the file.';
comment on column evidence.asset_draft.content is 'Its rows.';
comment on column evidence.asset_draft.made_by is 'Account that sent it.';
comment on column evidence.asset_draft.made_at is 'When it was sent; gone after a week.';

create table evidence.asset_count (
  kind text primary key check (kind in ('laboratory', 'university', 'school', 'park', 'energy', 'cluster', 'hub', 'support', 'fund')),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  as_of_on date not null,
  source text not null check (length(source) between 1 and 300),
  source_address text not null default '' check (source_address = '' or source_address ~ '^https?://'),
  illustrative boolean not null default false,
  version integer not null default 1 check (version > 0),
  saved_by uuid,
  changed_at timestamptz not null
);
comment on table evidence.asset_count is 'How many assets of a kind other districts have, and ours by the same source: for the gaps against peers.';
comment on column evidence.asset_count.kind is 'The kind of asset.';
comment on column evidence.asset_count.counts is 'Code of the district and how many; a district that is not there is not known.';
comment on column evidence.asset_count.as_of_on is 'Day for which the source says so.';
comment on column evidence.asset_count.source is 'Where the counts are from: one source for all districts.';
comment on column evidence.asset_count.source_address is 'Address of the source.';
comment on column evidence.asset_count.illustrative is 'An example that is not real; said wherever it stands.';
comment on column evidence.asset_count.version is 'Goes up with every change.';
comment on column evidence.asset_count.saved_by is 'Account that saved it. [personal]';
comment on column evidence.asset_count.changed_at is 'When it last changed.';
