-- Forms are counted together by all processes that serve one database. Unlogged: a crash may hand out a few more tries, and no
-- replica or backup carries it.
create unlogged table store.bucket (
  key bytea primary key,
  tokens double precision not null,
  granted boolean not null,
  at timestamptz not null
);
comment on table store.bucket is 'How many forms may still be sent, per account or network address. [personal]';
comment on column store.bucket.key is 'Keyed hash of what is counted; its key changes every day.';
comment on column store.bucket.tokens is 'Forms left at that time; they grow back.';
comment on column store.bucket.granted is 'Whether the last one was let in.';
comment on column store.bucket.at is 'Time of the last one.';
create index bucket_at on store.bucket (at);
