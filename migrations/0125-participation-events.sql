-- Meetings and workshops: programme, places and waiting list, who came, notes and minutes, photographs, what people thought of it.

create table participation.event (
  id uuid primary key references store.thing (id),
  number integer generated always as identity unique,
  code text not null unique check (code ~ '^[A-HJ-NP-Z2-9]{4,6}$'),
  kind text not null check (kind in ('workshop', 'meeting', 'discussion', 'infoDay', 'training')),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  title_bg text not null check (length(title_bg) <= 200),
  title_en text not null check (length(title_en) <= 200),
  says_bg text not null default '',
  says_en text not null default '',
  place_bg text not null default '' check (length(place_bg) <= 200),
  place_en text not null default '' check (length(place_en) <= 200),
  address text not null default '' check (length(address) <= 300),
  link text check (link ~ '^https?://'),
  municipality text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer check (capacity between 1 and 100000),
  sectors text[] not null default '{}',
  contact text not null default '' check (length(contact) <= 200),
  access_bg text not null default '',
  access_en text not null default '',
  process uuid references store.thing (id),
  sequence integer not null default 0 check (sequence >= 0),
  version integer not null default 1 check (version > 0),
  cancelled_why text,
  places_taken integer not null default 0 check (places_taken >= 0),
  people_waiting integer not null default 0 check (people_waiting >= 0),
  minutes_published_at timestamptz,
  needs_erased_at timestamptz,
  made_by uuid,
  changed_at timestamptz not null,
  check (ends_at > starts_at),
  check (title_bg <> '' or title_en <> ''),
  check (state <> 'published' or (title_bg <> '' and title_en <> '' and (place_bg <> '' or link is not null))),
  check ((state = 'cancelled') = (cancelled_why is not null))
);
comment on table participation.event is 'A meeting, workshop or public discussion.';
comment on column participation.event.id is 'Number of the thing.';
comment on column participation.event.number is 'Short number in its address.';
comment on column participation.event.code is 'Short code printed on its sheets, so that paper finds its event.';
comment on column participation.event.kind is 'What sort of event it is.';
comment on column participation.event.state is 'Draft, published or cancelled; whether it is over follows from the clock.';
comment on column participation.event.title_bg is 'Title in Bulgarian.';
comment on column participation.event.title_en is 'Title in English.';
comment on column participation.event.says_bg is 'What it is about, in Bulgarian.';
comment on column participation.event.says_en is 'What it is about, in English.';
comment on column participation.event.place_bg is 'Where it is, in Bulgarian.';
comment on column participation.event.place_en is 'Where it is, in English.';
comment on column participation.event.address is 'Street address.';
comment on column participation.event.link is 'Where one takes part from afar.';
comment on column participation.event.municipality is 'Code of the municipality it takes place in.';
comment on column participation.event.starts_at is 'Beginning.';
comment on column participation.event.ends_at is 'End.';
comment on column participation.event.capacity is 'Places; null where there is no limit.';
comment on column participation.event.sectors is 'Sectors wanted; empty means everybody.';
comment on column participation.event.contact is 'Whom to ask, as the public reads it.';
comment on column participation.event.access_bg is 'How the place can be reached and used by everybody, in Bulgarian.';
comment on column participation.event.access_en is 'How the place can be reached and used by everybody, in English.';
comment on column participation.event.process is 'The call or consultation it belongs to.';
comment on column participation.event.sequence is 'Goes up with every change that calendars must learn of.';
comment on column participation.event.version is 'Goes up with every change, so that two people at once do not lose each other’s words.';
comment on column participation.event.cancelled_why is 'Why it was cancelled.';
comment on column participation.event.places_taken is 'People who hold a place; kept by every act on a sign-up.';
comment on column participation.event.people_waiting is 'People in the waiting line; kept by every act on a sign-up.';
comment on column participation.event.minutes_published_at is 'When its minutes were published.';
comment on column participation.event.needs_erased_at is 'When the access needs of its people were erased.';
comment on column participation.event.made_by is 'Account that made it. [personal]';
comment on column participation.event.changed_at is 'When it last changed.';
create index event_by_time on participation.event (state, starts_at);

create table participation.event_item (
  id uuid primary key,
  event uuid not null references participation.event (id),
  position integer not null check (position > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  group_number integer not null default 0 check (group_number between 0 and 20),
  title_bg text not null check (length(title_bg) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  lead text not null default '' check (length(lead) <= 200),
  place text not null default '' check (length(place) <= 200),
  check (ends_at > starts_at)
);
comment on table participation.event_item is 'One line of a programme.';
comment on column participation.event_item.id is 'Number of the item.';
comment on column participation.event_item.event is 'Its event.';
comment on column participation.event_item.position is 'Place among those that begin at the same time.';
comment on column participation.event_item.starts_at is 'Beginning.';
comment on column participation.event_item.ends_at is 'End.';
comment on column participation.event_item.group_number is 'Parallel group; 0 is for everybody.';
comment on column participation.event_item.title_bg is 'Title in Bulgarian.';
comment on column participation.event_item.title_en is 'Title in English.';
comment on column participation.event_item.lead is 'Who leads it, as the programme says.';
comment on column participation.event_item.place is 'Room.';
create index event_item_event on participation.event_item (event, starts_at);

create table participation.event_file (
  id uuid primary key,
  event uuid not null references participation.event (id),
  kind text not null check (kind in ('material', 'photo')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size bigint not null check (size > 0),
  alternative_bg text not null default '',
  alternative_en text not null default '',
  consent text check (length(consent) between 1 and 500),
  width integer,
  height integer,
  at timestamptz not null,
  check (kind <> 'photo' or (consent is not null and alternative_bg <> '' and alternative_en <> ''))
);
comment on table participation.event_file is 'Material of an event, or a photograph of it with the consent of those on it.';
comment on column participation.event_file.id is 'Number of the file.';
comment on column participation.event_file.event is 'Its event.';
comment on column participation.event_file.kind is 'Material or photograph.';
comment on column participation.event_file.sha256 is 'SHA-256 of its bytes, which the store keeps.';
comment on column participation.event_file.name is 'Name it is downloaded under.';
comment on column participation.event_file.media_type is 'What it is, judged by its bytes.';
comment on column participation.event_file.size is 'Size in bytes.';
comment on column participation.event_file.alternative_bg is 'What a photograph shows, in Bulgarian.';
comment on column participation.event_file.alternative_en is 'What a photograph shows, in English.';
comment on column participation.event_file.consent is 'How those on a photograph agreed, and where that is kept. [personal]';
comment on column participation.event_file.width is 'Width of a photograph in pixels.';
comment on column participation.event_file.height is 'Height of a photograph in pixels.';
comment on column participation.event_file.at is 'When it was added.';
create index event_file_event on participation.event_file (event, at);

create table participation.event_sign_up (
  id uuid primary key,
  event uuid not null references participation.event (id),
  contact uuid references people.contact on delete set null,
  organisation text not null default '' check (length(organisation) <= 200),
  people integer not null check (people between 1 and 50),
  sector text,
  municipality text,
  needs text check (length(needs) <= 1000),
  state text not null check (state in ('submitted', 'confirmed', 'waiting', 'offered', 'cancelled')),
  offered_until timestamptz,
  attendance text check (attendance in ('came', 'absent')),
  attended integer check (attended between 0 and 50),
  cancelled_by text check (cancelled_by in ('person', 'staff', 'lapsed', 'event')),
  cancelled_at timestamptz,
  at timestamptz not null,
  check ((state = 'offered') = (offered_until is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null)),
  check ((attendance is null) = (attended is null))
);
comment on table participation.event_sign_up is 'A sign-up of one person, or of an institution for several. [personal]';
comment on column participation.event_sign_up.id is 'Number of the sign-up.';
comment on column participation.event_sign_up.event is 'Its event.';
comment on column participation.event_sign_up.contact is 'Who signed up; null after erasure.';
comment on column participation.event_sign_up.organisation is 'Institution that signed up for several.';
comment on column participation.event_sign_up.people is 'How many people come.';
comment on column participation.event_sign_up.sector is 'Sector they said they belong to.';
comment on column participation.event_sign_up.municipality is 'Municipality they said they come from.';
comment on column participation.event_sign_up.needs is 'Access needs; erased some days after the event.';
comment on column participation.event_sign_up.state is 'Where the sign-up stands.';
comment on column participation.event_sign_up.offered_until is 'Until when an offered place is kept.';
comment on column participation.event_sign_up.attendance is 'Whether they came; null until somebody ticked it.';
comment on column participation.event_sign_up.attended is 'How many of them came.';
comment on column participation.event_sign_up.cancelled_by is 'Who cancelled.';
comment on column participation.event_sign_up.cancelled_at is 'When it was cancelled.';
comment on column participation.event_sign_up.at is 'When they signed up; the order of the line.';
create index event_sign_up_event on participation.event_sign_up (event, state, at);
create index event_sign_up_contact on participation.event_sign_up (contact);

create table participation.event_note (
  id uuid primary key,
  event uuid not null references participation.event (id),
  item uuid references participation.event_item (id),
  table_number integer check (table_number between 1 and 100),
  kind text not null check (kind in ('said', 'decided', 'toDo')),
  text text not null check (length(text) between 1 and 5000),
  topic text,
  position integer not null check (position > 0),
  made_by uuid,
  at timestamptz not null
);
comment on table participation.event_note is 'A note taken during an event, table by table; together they are its minutes.';
comment on column participation.event_note.id is 'Number of the note.';
comment on column participation.event_note.event is 'Its event.';
comment on column participation.event_note.item is 'Item of the programme it belongs to.';
comment on column participation.event_note.table_number is 'Table it was taken at.';
comment on column participation.event_note.kind is 'Said, decided, or to do.';
comment on column participation.event_note.text is 'The note, without names.';
comment on column participation.event_note.topic is 'Theme it belongs to.';
comment on column participation.event_note.position is 'Order within its item.';
comment on column participation.event_note.made_by is 'Account that took it. [personal]';
comment on column participation.event_note.at is 'When it was taken.';
create index event_note_event on participation.event_note (event, position);

create table participation.event_count (
  event uuid not null references participation.event (id),
  sector text not null,
  listed integer not null default 0 check (listed >= 0),
  door integer not null default 0 check (door >= 0),
  primary key (event, sector)
);
comment on table participation.event_count is 'Who came, by sector and without names.';
comment on column participation.event_count.event is 'The event.';
comment on column participation.event_count.sector is 'Sector; unknown where nobody said.';
comment on column participation.event_count.listed is 'People of the list of sign-ups who came.';
comment on column participation.event_count.door is 'People counted at the door who had not signed up.';

create table participation.event_feedback (
  id uuid primary key,
  event uuid not null references participation.event (id),
  useful integer check (useful between 1 and 5),
  heard integer check (heard between 1 and 5),
  text text not null default '' check (length(text) <= 3000),
  on_day date not null
);
comment on table participation.event_feedback is 'What somebody thought of an event; nothing leads from it to a person. [personal]';
comment on column participation.event_feedback.id is 'Random number.';
comment on column participation.event_feedback.event is 'The event.';
comment on column participation.event_feedback.useful is 'How useful, 1 to 5.';
comment on column participation.event_feedback.heard is 'Whether they were heard, 1 to 5.';
comment on column participation.event_feedback.text is 'In their own words; for staff.';
comment on column participation.event_feedback.on_day is 'Day it was given.';
create index event_feedback_event on participation.event_feedback (event);
