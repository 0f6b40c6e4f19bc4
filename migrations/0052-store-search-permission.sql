-- A page for some of the staff is found by those who may open it.
alter table store.search_text add column may text;
comment on column store.search_text.may is 'Line of the policy table that is needed to open it; null: seen_by says enough.';
