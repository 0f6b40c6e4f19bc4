-- What search finds: one text per thing or page and language, and the words that occur in them.

create table store.search_text (
  key text not null check (key <> ''),
  language text not null check (language in ('bg', 'en')),
  thing uuid references store.thing (id) on delete cascade,
  kind text not null,
  path text not null check (path ~ '^/'),
  seen_by text not null check (seen_by in ('everyone', 'staff')),
  title text not null,
  body text not null,
  title_words tsvector not null,
  words tsvector not null,
  primary key (key, language)
);
comment on table store.search_text is 'What search finds things and pages by, once per language.';
comment on column store.search_text.key is 'Number of the thing, or path of the page.';
comment on column store.search_text.language is 'Language of the text.';
comment on column store.search_text.thing is 'The thing; null for a page.';
comment on column store.search_text.kind is 'Kind of the thing, or page.';
comment on column store.search_text.path is 'Where it is, without the language.';
comment on column store.search_text.seen_by is 'Whether everyone may find it or only staff.';
comment on column store.search_text.title is 'What the list of results shows.';
comment on column store.search_text.body is 'What it is found by beside its title.';
comment on column store.search_text.title_words is 'Words of the title, unchanged, in lower case.';
comment on column store.search_text.words is 'Words of title and body, unchanged, in lower case.';
-- Per language, and without a list of pending entries: a search must not pay for the import before it.
create index search_text_words_bg on store.search_text using gin (words) with (fastupdate = off) where language = 'bg';
create index search_text_words_en on store.search_text using gin (words) with (fastupdate = off) where language = 'en';
create index search_text_thing on store.search_text (thing) where thing is not null;

create table store.search_word (
  language text not null check (language in ('bg', 'en')),
  word text not null check (word <> ''),
  primary key (language, word)
);
comment on table store.search_word is 'Every word that occurred in a text; the forms of a typed word are looked up here.';
comment on column store.search_word.language is 'Language of the texts.';
comment on column store.search_word.word is 'The word, in lower case.';
create index search_word_beginning on store.search_word (language, word text_pattern_ops);
create index search_word_likeness on store.search_word using gin (word gin_trgm_ops) with (fastupdate = off);
