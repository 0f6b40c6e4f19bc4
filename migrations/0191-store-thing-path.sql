-- A page finds the thing that stands at its address.
create index thing_by_path on store.thing (path);
