-- What the house itself keeps: the pulse, letters, the audit trail. Nothing of any area.
-- A schema whose comment ends in [public] is open to the role of public pages,
-- except tables and columns whose own comment ends in [personal].

create schema if not exists store;
comment on schema store is 'What the house itself keeps: letters, audit trail, golden thread, search. [public]';

create table store.pulse (
  slot smallint primary key check (slot between 0 and 15),
  beat bigint not null default 0
);
comment on table store.pulse is 'Counts committed acts; whoever keeps an answer in memory keeps it under the sum.';
comment on column store.pulse.slot is 'One of sixteen counters, so that writers do not queue for one row.';
comment on column store.pulse.beat is 'Acts committed through this slot.';
insert into store.pulse (slot) select generate_series(0, 15);

create table store.letter (
  id uuid primary key,
  key text not null unique,
  kind text not null check (kind ~ '^[a-z]+(\.[A-Za-z]+)+$'),
  to_address text,
  subject text not null,
  body text not null,
  language text not null check (language in ('bg', 'en')),
  account uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed', 'erased')),
  attempts integer not null default 0 check (attempts >= 0),
  posted_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  result text,
  check (to_address is not null or state = 'erased'),
  check ((settled_at is null) = (state = 'waiting'))
);
comment on table store.letter is 'Every letter the product sent or is to send; it stays, because a public body must be able to show what it sent. [personal]';
comment on column store.letter.id is 'Number of the letter.';
comment on column store.letter.key is 'Delivered at most once per key, however often the job runs.';
comment on column store.letter.kind is 'What kind of letter, as in the catalogue of letters.';
comment on column store.letter.to_address is 'The address it goes to; null once the person was erased.';
comment on column store.letter.subject is 'Subject as sent, frozen when posted.';
comment on column store.letter.body is 'Plain text as sent, frozen when posted; emptied when the person is erased.';
comment on column store.letter.language is 'Language it is written in.';
comment on column store.letter.account is 'Account it is to, where one is known.';
comment on column store.letter.state is 'waiting, sent by mail, kept as a file, failed for good, or erased with the person.';
comment on column store.letter.attempts is 'How often delivery was tried.';
comment on column store.letter.posted_at is 'When the act that caused it was done.';
comment on column store.letter.settled_at is 'When it was sent, kept, given up or erased.';
comment on column store.letter.result is 'What the mail server answered, or the name of the file.';
create index letter_state on store.letter (state, posted_at desc);
create index letter_account on store.letter (account) where account is not null;

create table store.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  who uuid,
  act text not null check (act ~ '^[a-z]+(\.[A-Za-z]+)+$'),
  thing uuid,
  before jsonb,
  after jsonb,
  why text,
  personal_of uuid,
  personal jsonb,
  check ((personal_of is null) = (personal is null))
);
comment on table store.audit is 'Every act: who, what, when, before, after, why. Rows are only ever added; they hold no personal value. [personal]';
comment on column store.audit.id is 'Number in order of writing; gaps mean rolled-back acts.';
comment on column store.audit.at is 'When it was written, within its act.';
comment on column store.audit.who is 'Number of the account that acted; null for the product itself or an unknown visitor.';
comment on column store.audit.act is 'area.topic.verb of the act.';
comment on column store.audit.thing is 'Number of what was acted upon.';
comment on column store.audit.before is 'The changed values as they were.';
comment on column store.audit.after is 'The changed values as they are now.';
comment on column store.audit.why is 'Reason in the words of the person who acted.';
comment on column store.audit.personal_of is 'Account whose personal values were touched.';
comment on column store.audit.personal is 'Personal fields as keyed hashes; the key is destroyed when the person is erased.';
create index audit_thing on store.audit (thing, id) where thing is not null;
create index audit_who on store.audit (who, id) where who is not null;

create table store.audit_waiting (
  act_id bigint primary key
);
comment on table store.audit_waiting is 'Acts not yet in the chain; the sealer empties it within a second. [personal]';
comment on column store.audit_waiting.act_id is 'Number of the act.';

create table store.audit_seal (
  position bigint primary key check (position > 0),
  act_id bigint not null unique references store.audit (id),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp()
);
comment on table store.audit_seal is 'The chain over the acts, in order of commit, made by one sealer. [personal]';
comment on column store.audit_seal.position is 'Place in the chain: 1, 2, 3 without gaps.';
comment on column store.audit_seal.act_id is 'The act at this place.';
comment on column store.audit_seal.hash is 'SHA-256 over the hash before, the place and the act.';
comment on column store.audit_seal.sealed_at is 'When it was chained.';

create table store.audit_key (
  account uuid primary key,
  key bytea check (length(key) = 32),
  destroyed_at timestamptz,
  check ((key is null) = (destroyed_at is not null))
);
comment on table store.audit_key is 'One key per person, with which personal values enter the audit trail as hashes. [personal]';
comment on column store.audit_key.account is 'Account of the person.';
comment on column store.audit_key.key is 'Thirty-two random bytes; null once destroyed.';
comment on column store.audit_key.destroyed_at is 'When the person was erased.';

create function store.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are only ever added', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger only_added before update or delete on store.audit for each row execute function store.refuse_change();
create trigger never_emptied before truncate on store.audit for each statement execute function store.refuse_change();
create trigger only_added before update or delete on store.audit_seal for each row execute function store.refuse_change();
create trigger never_emptied before truncate on store.audit_seal for each statement execute function store.refuse_change();

create function store.await_seal() returns trigger language plpgsql as $$
begin
  insert into store.audit_waiting (act_id) values (new.id);
  return null;
end $$;
create trigger awaits_seal after insert on store.audit for each row execute function store.await_seal();
