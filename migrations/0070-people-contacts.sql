-- People who take part without an account, and organisations: the only place where their names and addresses are.

create table people.organisation (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'informal')),
  name_bg text not null check (length(name_bg) between 1 and 200),
  name_en text not null default '' check (length(name_en) <= 200),
  company_number text unique check (company_number ~ '^([0-9]{9}|[0-9]{13})$'),
  activity_code text check (length(activity_code) <= 10),
  municipality text,
  website text check (website ~ '^https?://'),
  email text check (email = lower(email) and length(email) <= 254),
  telephone text check (length(telephone) <= 40),
  made_at timestamptz not null,
  merged_into uuid references people.organisation (id),
  check (merged_into <> id)
);
comment on table people.organisation is 'An organisation or an informal group. [personal]';
comment on column people.organisation.id is 'Number of the organisation.';
comment on column people.organisation.kind is 'A registered organisation, or an informal group.';
comment on column people.organisation.name_bg is 'Name in Bulgarian.';
comment on column people.organisation.name_en is 'Name in English.';
comment on column people.organisation.company_number is 'Number in the trade or BULSTAT register, with its check digit tested.';
comment on column people.organisation.activity_code is 'Code of the main activity.';
comment on column people.organisation.municipality is 'Code of the municipality of its seat.';
comment on column people.organisation.website is 'Address of its site.';
comment on column people.organisation.email is 'Address it is written to, in lower case.';
comment on column people.organisation.telephone is 'Telephone as given.';
comment on column people.organisation.made_at is 'When it was entered.';
comment on column people.organisation.merged_into is 'The one it turned out to be the same as.';

create table people.contact (
  id uuid primary key,
  name text check (length(name) between 1 and 200 and name !~ '[[:cntrl:]]'),
  email text check (email = lower(email) and length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  email_key text unique check (length(email_key) <= 254),
  language text not null default 'bg' check (language in ('bg', 'en')),
  telephone text check (length(telephone) <= 40),
  organisation uuid references people.organisation (id),
  confirmed_at timestamptz,
  made_at timestamptz not null,
  bounces integer not null default 0 check (bounces >= 0),
  mail_stopped_at timestamptz,
  check ((email is null) = (email_key is null))
);
comment on table people.contact is 'A person without an account: who proposed, signed up, follows. Erased persons have no row. [personal]';
comment on column people.contact.id is 'Number of the contact; other areas point to it and hold nothing else of the person.';
comment on column people.contact.name is 'Name or alias as the person wrote it.';
comment on column people.contact.email is 'Address as it is written to, in lower case.';
comment on column people.contact.email_key is 'The address without +tag: one address is one voice.';
comment on column people.contact.language is 'Language of letters.';
comment on column people.contact.telephone is 'Telephone, where somebody gave one.';
comment on column people.contact.organisation is 'Organisation the person speaks for.';
comment on column people.contact.confirmed_at is 'When somebody pressed the button behind a link sent to the address.';
comment on column people.contact.made_at is 'When the contact was made.';
comment on column people.contact.bounces is 'Letters in a row that came back.';
comment on column people.contact.mail_stopped_at is 'When letters were stopped because they came back.';
create index contact_organisation on people.contact (organisation) where organisation is not null;

create table people.contact_consent (
  id uuid primary key,
  contact uuid not null references people.contact on delete cascade,
  purpose text not null check (purpose in ('process', 'newsletter', 'panel', 'publishName', 'photo')),
  about uuid references store.thing (id),
  given_at timestamptz not null,
  how text not null check (how in ('web', 'email', 'paper', 'inPerson')),
  proof text not null default '' check (length(proof) <= 1000),
  proof_file text check (proof_file ~ '^[0-9a-f]{64}$'),
  withdrawn_at timestamptz,
  check (withdrawn_at >= given_at)
);
comment on table people.contact_consent is 'A consent for one purpose: when and how it was given, and its proof. [personal]';
comment on column people.contact_consent.id is 'Number of the consent.';
comment on column people.contact_consent.contact is 'Who gave it.';
comment on column people.contact_consent.purpose is 'The one purpose it is for.';
comment on column people.contact_consent.about is 'What it is limited to; null where it is general.';
comment on column people.contact_consent.given_at is 'When it was given.';
comment on column people.contact_consent.how is 'How it was given.';
comment on column people.contact_consent.proof is 'The words that were agreed to, or where the paper is kept.';
comment on column people.contact_consent.proof_file is 'SHA-256 of the scan it was given on.';
comment on column people.contact_consent.withdrawn_at is 'When it was withdrawn.';
create index contact_consent_contact on people.contact_consent (contact, purpose);

create table people.contact_link (
  hash bytea primary key check (length(hash) = 32),
  purpose text not null check (purpose ~ '^[a-z][A-Za-z]{1,30}$'),
  contact uuid not null references people.contact on delete cascade,
  about uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz
);
comment on table people.contact_link is 'A link sent by letter: one purpose, an end, only its hash. [personal]';
comment on column people.contact_link.hash is 'SHA-256 of the random text in the link.';
comment on column people.contact_link.purpose is 'The one thing the link does.';
comment on column people.contact_link.contact is 'Whom it was sent to.';
comment on column people.contact_link.about is 'What it is about.';
comment on column people.contact_link.made_at is 'When it was made.';
comment on column people.contact_link.expires_at is 'When it ends unused.';
comment on column people.contact_link.used_at is 'When it was used.';
create index contact_link_contact on people.contact_link (contact);
create index contact_link_expires on people.contact_link (expires_at);
