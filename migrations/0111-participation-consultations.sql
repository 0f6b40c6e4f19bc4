-- Consultations on a draft: the fields of the national portal, the frozen copy, later drafts, and where a comment is anchored.

create table participation.consultation (
  id uuid primary key references participation.process (id),
  text uuid not null references participation.text (id),
  level text not null check (level in ('central', 'centralOther', 'district', 'municipal')),
  act_type text not null check (length(act_type) between 1 and 200),
  policy_area text not null check (length(policy_area) between 1 and 200),
  institution text not null check (length(institution) between 1 and 300),
  registration_number text not null check (length(registration_number) <= 100),
  programme text not null check (length(programme) <= 300),
  ways_bg text not null check (length(ways_bg) between 1 and 5000),
  ways_en text not null check (length(ways_en) between 1 and 5000),
  contacts text not null check (length(contacts) between 1 and 2000),
  short_term_reason_bg text not null check (length(short_term_reason_bg) <= 2000),
  short_term_reason_en text not null check (length(short_term_reason_en) <= 2000),
  opens_on date not null,
  closes_on date not null,
  draft integer not null default 0 check (draft >= 0),
  opened_at timestamptz,
  reminded_at timestamptz,
  portal_id text check (length(portal_id) <= 100),
  portal_at timestamptz,
  version integer not null check (version > 0),
  made_by uuid,
  changed_at timestamptz not null,
  check (closes_on - opens_on >= 14),
  check (closes_on - opens_on >= 30 or short_term_reason_bg <> '' or short_term_reason_en <> ''),
  check ((draft > 0) = (opened_at is not null))
);
comment on table participation.consultation is 'A consultation on a draft, beside its process.';
comment on column participation.consultation.id is 'The process.';
comment on column participation.consultation.text is 'The text whose copy is consulted on.';
comment on column participation.consultation.level is 'Level of the act, as the national portal has it.';
comment on column participation.consultation.act_type is 'Type of the act.';
comment on column participation.consultation.policy_area is 'Policy area.';
comment on column participation.consultation.institution is 'Institution that consults.';
comment on column participation.consultation.registration_number is 'Registration number of the consultation; may be empty.';
comment on column participation.consultation.programme is 'Linked programme; may be empty.';
comment on column participation.consultation.ways_bg is 'How proposals may be sent, in Bulgarian.';
comment on column participation.consultation.ways_en is 'How proposals may be sent, in English.';
comment on column participation.consultation.contacts is 'Whom to ask.';
comment on column participation.consultation.short_term_reason_bg is 'Why the term is under 30 days, in Bulgarian.';
comment on column participation.consultation.short_term_reason_en is 'Why the term is under 30 days, in English.';
comment on column participation.consultation.opens_on is 'First day.';
comment on column participation.consultation.closes_on is 'Last day, to its end.';
comment on column participation.consultation.draft is 'Number of the newest frozen draft; 0 before it was opened.';
comment on column participation.consultation.opened_at is 'When the copy was frozen.';
comment on column participation.consultation.reminded_at is 'When followers were reminded of the end.';
comment on column participation.consultation.portal_id is 'Number on the national portal.';
comment on column participation.consultation.portal_at is 'When it was published there.';
comment on column participation.consultation.version is 'Goes up with every change of the fields.';
comment on column participation.consultation.made_by is 'Account that prepared it. [personal]';
comment on column participation.consultation.changed_at is 'When it last changed.';
create index consultation_ends on participation.consultation (closes_on);

create table participation.consultation_draft (
  consultation uuid not null references participation.consultation (id),
  draft integer not null check (draft > 0),
  text_version integer not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  says_bg text not null check (length(says_bg) <= 2000),
  says_en text not null check (length(says_en) <= 2000),
  frozen_at timestamptz not null,
  primary key (consultation, draft)
);
comment on table participation.consultation_draft is 'A frozen copy: the first when the consultation opened, later ones as the draft was mended.';
comment on column participation.consultation_draft.consultation is 'The consultation.';
comment on column participation.consultation_draft.draft is 'Number of the draft, from 1.';
comment on column participation.consultation_draft.text_version is 'Version of the text it was copied from.';
comment on column participation.consultation_draft.hash is 'SHA-256 over numbers, versions and hashes of its blocks in order.';
comment on column participation.consultation_draft.says_bg is 'What was changed in this draft, in Bulgarian.';
comment on column participation.consultation_draft.says_en is 'What was changed in this draft, in English.';
comment on column participation.consultation_draft.frozen_at is 'When it was frozen.';

create table participation.consultation_block (
  consultation uuid not null,
  draft integer not null,
  position integer not null check (position >= 0),
  block integer not null check (block > 0),
  block_version integer not null check (block_version > 0),
  kind text not null check (kind in ('heading', 'paragraph', 'list', 'table')),
  level integer not null check (level between 0 and 4),
  source text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (consultation, draft, block),
  unique (consultation, draft, position),
  foreign key (consultation, draft) references participation.consultation_draft (consultation, draft)
);
comment on table participation.consultation_block is 'The blocks of a frozen copy.';
comment on column participation.consultation_block.consultation is 'The consultation.';
comment on column participation.consultation_block.draft is 'The draft.';
comment on column participation.consultation_block.position is 'Place in the order of reading, from 0.';
comment on column participation.consultation_block.block is 'Lasting number of the block.';
comment on column participation.consultation_block.block_version is 'Version of the block.';
comment on column participation.consultation_block.kind is 'Heading, paragraph, list or table.';
comment on column participation.consultation_block.level is 'Level of a heading; 0 for the others.';
comment on column participation.consultation_block.source is 'Its words in the small Markdown set.';
comment on column participation.consultation_block.hash is 'SHA-256 of kind, level and words.';

create table participation.consultation_successor (
  consultation uuid not null,
  draft integer not null,
  block integer not null,
  successor integer not null,
  primary key (consultation, draft, block, successor),
  foreign key (consultation, draft) references participation.consultation_draft (consultation, draft)
);
comment on table participation.consultation_successor is 'In which blocks of a draft the words of an earlier block go on, as the editor named them.';
comment on column participation.consultation_successor.consultation is 'The consultation.';
comment on column participation.consultation_successor.draft is 'The draft the successors stand in.';
comment on column participation.consultation_successor.block is 'The earlier block.';
comment on column participation.consultation_successor.successor is 'The block its words go on in.';

create table participation.comment_anchor (
  contribution uuid primary key references participation.contribution (id),
  consultation uuid not null,
  draft integer not null,
  block integer not null,
  block_version integer not null check (block_version > 0),
  block_hash text not null check (block_hash ~ '^[0-9a-f]{64}$'),
  quote text not null check (length(quote) <= 20000),
  foreign key (consultation, draft, block) references participation.consultation_block (consultation, draft, block)
);
comment on table participation.comment_anchor is 'The frozen block and passage that a comment is about.';
comment on column participation.comment_anchor.contribution is 'The comment.';
comment on column participation.comment_anchor.consultation is 'The consultation.';
comment on column participation.comment_anchor.draft is 'The frozen draft it was written on.';
comment on column participation.comment_anchor.block is 'The block.';
comment on column participation.comment_anchor.block_version is 'Version of the block.';
comment on column participation.comment_anchor.block_hash is 'Hash of the block when the comment was written.';
comment on column participation.comment_anchor.quote is 'The quoted passage, a piece of the frozen words; empty: the whole block.';
create index comment_anchor_block on participation.comment_anchor (consultation, block);

create table participation.consultation_file (
  id uuid primary key,
  consultation uuid not null references participation.consultation (id),
  kind text not null check (kind in ('impactAssessment', 'impactOpinion', 'report', 'draftAct', 'motives', 'consolidated', 'other', 'replyReport', 'consultationDocument', 'commentsList', 'otherSources')),
  title_bg text not null check (length(title_bg) between 1 and 300),
  title_en text not null check (length(title_en) between 1 and 300),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  media_type text not null,
  extension text not null check (extension ~ '^[a-z0-9]{2,5}$'),
  added_by uuid,
  added_at timestamptz not null,
  taken_back_at timestamptz
);
comment on table participation.consultation_file is 'A file of a consultation, in the places of the national portal''s list.';
comment on column participation.consultation_file.id is 'Number of the file.';
comment on column participation.consultation_file.consultation is 'The consultation.';
comment on column participation.consultation_file.kind is 'Its place in the list.';
comment on column participation.consultation_file.title_bg is 'Title in Bulgarian.';
comment on column participation.consultation_file.title_en is 'Title in English.';
comment on column participation.consultation_file.sha256 is 'SHA-256 of its bytes, which the store keeps.';
comment on column participation.consultation_file.size is 'Size in bytes.';
comment on column participation.consultation_file.media_type is 'What it is, judged by its bytes.';
comment on column participation.consultation_file.extension is 'Ending of its name.';
comment on column participation.consultation_file.added_by is 'Account that added it. [personal]';
comment on column participation.consultation_file.added_at is 'When it was added.';
comment on column participation.consultation_file.taken_back_at is 'When it was taken back.';
create index consultation_file_of on participation.consultation_file (consultation, kind);

/* What was consulted on never changes (CO1): not a draft, not a block, not a successor, not where a comment is anchored. */
create function participation.keep_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'what was consulted on is frozen' using errcode = '23514', constraint = 'consultation_frozen';
end $$;
create trigger consultation_draft_frozen before update or delete on participation.consultation_draft for each row execute function participation.keep_frozen();
create trigger consultation_block_frozen before update or delete on participation.consultation_block for each row execute function participation.keep_frozen();
create trigger consultation_successor_frozen before update or delete on participation.consultation_successor for each row execute function participation.keep_frozen();
create trigger comment_anchor_frozen before update on participation.comment_anchor for each row execute function participation.keep_frozen();
