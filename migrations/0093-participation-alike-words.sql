-- Near doubles are looked for by their rarest words: trigrams made every long text a candidate.
drop index participation.contribution_words;
create index contribution_words on participation.contribution using gin (to_tsvector('simple', left(title || ' ' || text, 2300)));
