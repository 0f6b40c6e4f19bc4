-- A division by activity that not every source gives in full: a code of it that a file lacks is told, and does not hold the import.

alter table evidence.selection add column absent text not null default 'held' check (absent in ('held', 'noted'));
comment on column evidence.selection.absent is 'What a file without the wanted code means: held = waits for a person, noted = is only told.';
