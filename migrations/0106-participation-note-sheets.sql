-- Sheets of workshops: questions on paper, and the notes that were stuck under them.

create table participation.note_sheet (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-HJ-NP-Z2-9]{5}$'),
  process uuid not null references participation.process (id),
  event uuid references store.thing (id),
  title text not null check (length(title) between 1 and 200),
  held_on date not null,
  place text not null default '' check (length(place) <= 200),
  municipality text,
  language text not null default 'bg' check (language in ('bg', 'en')),
  made_by uuid,
  made_at timestamptz not null
);
comment on table participation.note_sheet is 'A workshop whose notes are typed in from sheets of paper.';
comment on column participation.note_sheet.id is 'Number of the sheet.';
comment on column participation.note_sheet.code is 'Code printed on every sheet, so that paper finds its workshop.';
comment on column participation.note_sheet.process is 'The call or consultation its notes go to.';
comment on column participation.note_sheet.event is 'The event in the programme, where there is one.';
comment on column participation.note_sheet.title is 'Title as printed.';
comment on column participation.note_sheet.held_on is 'Day of the workshop.';
comment on column participation.note_sheet.place is 'Where it is held.';
comment on column participation.note_sheet.municipality is 'Code of the municipality.';
comment on column participation.note_sheet.language is 'Language of the sheet.';
comment on column participation.note_sheet.made_by is 'Account that made it. [personal]';
comment on column participation.note_sheet.made_at is 'When it was made.';

create table participation.note_question (
  sheet uuid not null references participation.note_sheet (id),
  position integer not null check (position between 1 and 20),
  words text not null check (length(words) between 1 and 300),
  primary key (sheet, position)
);
comment on table participation.note_question is 'A question of a workshop, under which notes are stuck.';
comment on column participation.note_question.sheet is 'The sheet.';
comment on column participation.note_question.position is 'Its number on the sheet.';
comment on column participation.note_question.words is 'The question.';

create table participation.note (
  contribution uuid primary key references participation.contribution (id),
  sheet uuid not null,
  question integer not null,
  position integer not null check (position > 0),
  foreign key (sheet, question) references participation.note_question (sheet, position)
);
comment on table participation.note is 'Which sheet and question a note comes from.';
comment on column participation.note.contribution is 'The note.';
comment on column participation.note.sheet is 'The sheet.';
comment on column participation.note.question is 'Number of the question.';
comment on column participation.note.position is 'Order in which the notes were typed.';
create index note_of_sheet on participation.note (sheet, question, position);

create table participation.note_photo (
  sheet uuid not null references participation.note_sheet (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size bigint not null check (size > 0),
  name text not null check (length(name) <= 200),
  at timestamptz not null,
  primary key (sheet, sha256)
);
comment on table participation.note_photo is 'Photos of the sheets as they hung on the wall; for staff. [personal]';
comment on column participation.note_photo.sheet is 'The sheet.';
comment on column participation.note_photo.sha256 is 'SHA-256 of the photo, which the store keeps.';
comment on column participation.note_photo.media_type is 'What it is, judged by its bytes.';
comment on column participation.note_photo.size is 'Size in bytes.';
comment on column participation.note_photo.name is 'Name of the file.';
comment on column participation.note_photo.at is 'When it came.';
