-- What somebody typed and has not sent yet: kept between the form and the page on which they look it over.

create table participation.draft (
  hash bytea primary key check (length(hash) = 32),
  language text not null check (language in ('bg', 'en')),
  fields jsonb not null,
  files jsonb not null default '[]',
  made_at timestamptz not null,
  sent_as text
);
comment on table participation.draft is 'A proposal typed and not sent yet; goes after two days. [personal]';
comment on column participation.draft.hash is 'SHA-256 of the random text in the address of its page.';
comment on column participation.draft.language is 'Language of the form.';
comment on column participation.draft.fields is 'What was typed, by field; emptied when it is sent.';
comment on column participation.draft.files is 'Files that came with it: hash, size, name and what each is by its bytes.';
comment on column participation.draft.made_at is 'When it was typed.';
comment on column participation.draft.sent_as is 'Number of the contribution it became: sent twice it is one.';
create index draft_old on participation.draft (made_at);

-- Colleagues look for what says the same among everything received, whatever its state.
create index contribution_trigrams on participation.contribution using gin ((lower(title || ' ' || left(text, 2000))) gin_trgm_ops);
