-- Near doubles are looked for among everything that came in, published or not: by trigrams of the words as they would be shown.
create index contribution_words on participation.contribution using gin ((lower(title || ' ' || left(text, 2000))) gin_trgm_ops);
