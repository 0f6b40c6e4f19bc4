-- What a letter says of itself beside its words: which letter it answers, where an answer goes, how it is stopped with one press.
alter table store.letter add column headers jsonb;
comment on column store.letter.headers is 'Lines of the head that belong to this letter: what it answers, where an answer goes, how it is stopped.';
alter table store.letter add column mail_id text;
comment on column store.letter.mail_id is 'First part of its Message-ID, so that an answer to it and its own return are known.';
create index letter_mail_id on store.letter (mail_id) where mail_id is not null;
