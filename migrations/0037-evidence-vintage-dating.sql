-- A day of import must never read as the day of a release: how the date of a vintage is known.
alter table evidence.vintage add column date_from text not null default 'source' check (date_from in ('source', 'alike', 'receipt'));
comment on column evidence.vintage.date_from is 'How as_of is known. source: by the file or who brought it; alike: undated, figures equal to those of the vintage before, whose date it carries; receipt: unknown, as_of is the day it came.';
comment on column evidence.vintage.as_of is 'Day or month the figures are of; where nobody knows it, the day the file came (date_from says so).';
-- What came before this was known: an undated file whose date is the day it came.
update evidence.vintage set date_from = 'receipt' where origin in ('file', 'fetch') and stamp is null and as_of = to_char(received_at at time zone 'UTC', 'YYYY-MM-DD');
