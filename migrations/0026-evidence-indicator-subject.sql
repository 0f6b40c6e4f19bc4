-- What rises or falls in a sentence about an indicator: names are labels, and a label has no grammar.

alter table evidence.indicator_version add column subject jsonb;
comment on column evidence.indicator_version.subject is 'Subject of sentences in both languages, definite form, with its number; null: sentences speak of the value.';
