-- Indicators whose values a person enters: what is counted and how often, who is to enter it, and every entry ever made.

create table evidence.count (
  indicator uuid primary key references evidence.indicator (id),
  dataset text not null unique references evidence.dataset (code),
  series text not null,
  frequency text not null check (frequency in ('A', 'S', 'Q', 'M')),
  first_period text not null,
  days_to_enter integer not null check (days_to_enter between 0 and 730),
  entering_since timestamptz
);
comment on table evidence.count is 'An indicator counted by hand: its values are entered, not taken from a file.';
comment on column evidence.count.indicator is 'The indicator.';
comment on column evidence.count.dataset is 'Dataset its entries become vintages of.';
comment on column evidence.count.series is 'Code of the indicator inside that dataset.';
comment on column evidence.count.frequency is 'A year, S half-year, Q quarter, M month.';
comment on column evidence.count.first_period is 'First period that is to be entered.';
comment on column evidence.count.days_to_enter is 'Days after the end of a period until its value is due.';
comment on column evidence.count.entering_since is 'Set while an entry is being stored, so that two at once do not overwrite each other.';

create table evidence.count_duty (
  number integer generated always as identity primary key,
  indicator uuid not null references evidence.count (indicator),
  account uuid not null references people.account (id) on delete cascade,
  given_at timestamptz not null,
  given_by uuid,
  ended_at timestamptz
);
comment on table evidence.count_duty is 'Who is to enter the values of a counted indicator. [personal]';
comment on column evidence.count_duty.number is 'Number of the duty.';
comment on column evidence.count_duty.indicator is 'The indicator.';
comment on column evidence.count_duty.account is 'Whose duty it is.';
comment on column evidence.count_duty.given_at is 'When it was given.';
comment on column evidence.count_duty.given_by is 'Account of who gave it.';
comment on column evidence.count_duty.ended_at is 'When it ended; null while it holds.';
create unique index count_duty_open on evidence.count_duty (indicator, account) where ended_at is null;
create index count_duty_account on evidence.count_duty (account);

create table evidence.count_entry (
  number integer generated always as identity primary key,
  indicator uuid not null references evidence.count (indicator),
  region text not null,
  period text not null,
  cell_value double precision,
  missing text check (missing in ('unknown', 'confidential', 'notApplicable', 'noCases')),
  decimals integer not null check (decimals between 0 and 6),
  source text not null check (source <> ''),
  note text not null,
  role text not null,
  entered_by uuid,
  entered_at timestamptz not null,
  vintage integer references evidence.vintage (number),
  check ((cell_value is null) = (missing is not null))
);
comment on table evidence.count_entry is 'Every entry ever made; the last one of a region and period counts. Only those with a vintage are shown.';
comment on column evidence.count_entry.number is 'Number of the entry.';
comment on column evidence.count_entry.indicator is 'The indicator.';
comment on column evidence.count_entry.region is 'Code of the region.';
comment on column evidence.count_entry.period is 'Period the value is of.';
comment on column evidence.count_entry.cell_value is 'The value; null where there is none.';
comment on column evidence.count_entry.missing is 'Why there is no value.';
comment on column evidence.count_entry.decimals is 'Decimals as entered.';
comment on column evidence.count_entry.source is 'Where the value is from, in the words of who entered it.';
comment on column evidence.count_entry.note is 'What to know about it, or why it was changed.';
comment on column evidence.count_entry.role is 'Role of who entered it.';
comment on column evidence.count_entry.entered_by is 'Account of who entered it. [personal]';
comment on column evidence.count_entry.entered_at is 'When it was entered.';
comment on column evidence.count_entry.vintage is 'Vintage the entry became; null while it is on its way.';
create index count_entry_of on evidence.count_entry (indicator, region, period, number);
create index count_entry_vintage on evidence.count_entry (vintage);
create trigger edition after insert or update or delete on evidence.count for each statement execute function evidence.count_edition();
create trigger edition after insert or update or delete on evidence.count_entry for each statement execute function evidence.count_edition();
