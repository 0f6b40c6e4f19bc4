-- Who has a stake: organisations, informal groups and people by sector. Their names and addresses are in people.

create table participation.stakeholder (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'informal', 'person')),
  organisation uuid references people.organisation (id),
  contact uuid references people.contact (id) on delete set null,
  sector text not null check (sector in ('administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media')),
  second_level text not null default '' check (length(second_level) <= 100),
  municipality text,
  language text not null default 'bg' check (language in ('bg', 'en')),
  channel text not null default 'email' check (channel in ('email', 'post', 'phone', 'inPerson')),
  source text not null check (length(source) between 1 and 300),
  verified_on date not null,
  note text not null default '' check (length(note) <= 2000),
  objected_at timestamptz,
  merged_into uuid references participation.stakeholder (id),
  version integer not null default 1 check (version > 0),
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((kind = 'person') = (organisation is null)),
  check (merged_into <> id)
);
comment on table participation.stakeholder is 'An organisation, informal group or person with a stake, as the register of the department knows it. [personal]';
comment on column participation.stakeholder.id is 'Number of the entry.';
comment on column participation.stakeholder.kind is 'Organisation, informal group or person.';
comment on column participation.stakeholder.organisation is 'The organisation or group.';
comment on column participation.stakeholder.contact is 'The person, or who speaks for the organisation.';
comment on column participation.stakeholder.sector is 'Sector it belongs to; each sector belongs to one helix.';
comment on column participation.stakeholder.second_level is 'Finer division of the sector, as the department uses it.';
comment on column participation.stakeholder.municipality is 'Code of its municipality.';
comment on column participation.stakeholder.language is 'Language it is written to in.';
comment on column participation.stakeholder.channel is 'How it prefers to be reached.';
comment on column participation.stakeholder.source is 'Where the entry comes from.';
comment on column participation.stakeholder.verified_on is 'Day somebody last looked whether it is still true.';
comment on column participation.stakeholder.note is 'Note of the department.';
comment on column participation.stakeholder.objected_at is 'When it asked not to be invited any more.';
comment on column participation.stakeholder.merged_into is 'The entry it turned out to be the same as.';
comment on column participation.stakeholder.version is 'Goes up with every change, so that two people at once do not lose each other’s words.';
comment on column participation.stakeholder.made_by is 'Account that entered it.';
comment on column participation.stakeholder.made_at is 'When it was entered.';
comment on column participation.stakeholder.changed_at is 'When it last changed.';
create index stakeholder_sector on participation.stakeholder (sector, municipality) where merged_into is null;
create index stakeholder_organisation on participation.stakeholder (organisation);
create index stakeholder_contact on participation.stakeholder (contact);

create table participation.stakeholder_rating (
  id uuid primary key,
  stakeholder uuid not null references participation.stakeholder (id),
  issue text not null check (issue ~ '^[a-z][a-zA-Z]{1,40}$'),
  interest integer not null check (interest between 1 and 5),
  influence integer not null check (influence between 1 and 5),
  reason text not null check (length(reason) between 1 and 500),
  rater uuid,
  rated_at timestamptz not null
);
comment on table participation.stakeholder_rating is 'How much somebody cares about an issue and can move it, as a colleague judged; never public. [personal]';
comment on column participation.stakeholder_rating.id is 'Number of the rating.';
comment on column participation.stakeholder_rating.stakeholder is 'Who is rated.';
comment on column participation.stakeholder_rating.issue is 'Theme it is about.';
comment on column participation.stakeholder_rating.interest is 'Interest, 1 to 5.';
comment on column participation.stakeholder_rating.influence is 'Influence, 1 to 5.';
comment on column participation.stakeholder_rating.reason is 'Why.';
comment on column participation.stakeholder_rating.rater is 'Account that judged.';
comment on column participation.stakeholder_rating.rated_at is 'When; the newest of an issue counts.';
create index stakeholder_rating_of on participation.stakeholder_rating (stakeholder, issue, rated_at desc);

create table participation.stakeholder_invitation (
  stakeholder uuid not null references participation.stakeholder (id),
  about uuid not null references store.thing (id),
  invited_by uuid,
  invited_at timestamptz not null,
  primary key (stakeholder, about)
);
comment on table participation.stakeholder_invitation is 'Who was invited to what. [personal]';
comment on column participation.stakeholder_invitation.stakeholder is 'Who was invited.';
comment on column participation.stakeholder_invitation.about is 'The meeting or consultation.';
comment on column participation.stakeholder_invitation.invited_by is 'Account that invited.';
comment on column participation.stakeholder_invitation.invited_at is 'When.';
create index stakeholder_invitation_about on participation.stakeholder_invitation (about);

create table participation.stakeholder_draft (
  id uuid primary key,
  name text not null check (length(name) <= 200),
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null
);
comment on table participation.stakeholder_draft is 'A file of stakeholders that was read and waits for a person to say what becomes of each row; days later it is gone. [personal]';
comment on column participation.stakeholder_draft.id is 'Number of the draft.';
comment on column participation.stakeholder_draft.name is 'Name of the file.';
comment on column participation.stakeholder_draft.content is 'Its rows as read.';
comment on column participation.stakeholder_draft.made_by is 'Account that brought it.';
comment on column participation.stakeholder_draft.made_at is 'When.';
