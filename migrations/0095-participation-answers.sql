-- Answers: one decision with its reason for one contribution or a whole group; a changed answer is a new one, the old stays.

create table participation.answer (
  id uuid primary key,
  state text not null check (state in ('draft', 'approved', 'published', 'dropped')),
  decision text not null check (decision in ('accepted', 'acceptedInPart', 'notAccepted', 'outOfScope', 'alreadySo')),
  reason_bg text not null default '' check (length(reason_bg) <= 20000),
  reason_en text not null default '' check (length(reason_en) <= 20000),
  unit text not null default '' check (length(unit) <= 200),
  decided_on date not null,
  place text not null default '' check (length(place) <= 300),
  why_changed text not null default '' check (length(why_changed) <= 1000),
  version integer not null default 1 check (version > 0),
  drafted_by uuid,
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  check (state <> 'published' or (published_at is not null and btrim(reason_bg || reason_en) <> '' and unit <> '')),
  check (state <> 'approved' or approved_at is not null)
);
comment on table participation.answer is 'A decision with its reason, for one contribution or for a group of them.';
comment on column participation.answer.id is 'Number of the answer.';
comment on column participation.answer.state is 'Draft, approved, published, or dropped before it was published.';
comment on column participation.answer.decision is 'What is decided.';
comment on column participation.answer.reason_bg is 'The reason, in Bulgarian.';
comment on column participation.answer.reason_en is 'The reason, in English.';
comment on column participation.answer.unit is 'Unit that is responsible for the answer.';
comment on column participation.answer.decided_on is 'Day of the decision.';
comment on column participation.answer.place is 'Where in the text it is reflected, in words.';
comment on column participation.answer.why_changed is 'Why an earlier answer was changed.';
comment on column participation.answer.version is 'Goes up with every change of the draft, so that two people at once do not lose each other’s words.';
comment on column participation.answer.drafted_by is 'Account that drafted it. [personal]';
comment on column participation.answer.drafted_at is 'When it was drafted.';
comment on column participation.answer.approved_by is 'Account that approved it. [personal]';
comment on column participation.answer.approved_at is 'When it was approved.';
comment on column participation.answer.published_by is 'Account that published it. [personal]';
comment on column participation.answer.published_at is 'When it was published.';
create index answer_waiting on participation.answer (drafted_at) where state in ('draft', 'approved');

create table participation.answer_member (
  answer uuid not null references participation.answer (id),
  contribution uuid not null references participation.contribution (id),
  addition_bg text not null default '' check (length(addition_bg) <= 5000),
  addition_en text not null default '' check (length(addition_en) <= 5000),
  seen integer not null check (seen >= 0),
  number integer check (number > 0),
  open boolean not null default true,
  primary key (answer, contribution),
  unique (contribution, number),
  check (number is null or not open)
);
comment on table participation.answer_member is 'Which contributions an answer is for, and what it adds for each.';
comment on column participation.answer_member.answer is 'The answer.';
comment on column participation.answer_member.contribution is 'The contribution.';
comment on column participation.answer_member.addition_bg is 'What is added for this one, in Bulgarian.';
comment on column participation.answer_member.addition_en is 'What is added for this one, in English.';
comment on column participation.answer_member.seen is 'Number of the answer that held when this one was drafted; 0: none.';
comment on column participation.answer_member.number is 'Which answer to the contribution this is, counted from 1; null until it is published.';
comment on column participation.answer_member.open is 'Whether it is still a draft: each contribution is in one draft at most.';
create unique index answer_member_open on participation.answer_member (contribution) where open;

create table participation.answer_citation (
  answer uuid not null references participation.answer (id),
  position integer not null check (position > 0),
  kind text not null check (kind in ('indicator', 'proposal', 'block')),
  cited text not null check (length(cited) between 1 and 300),
  primary key (answer, position)
);
comment on table participation.answer_citation is 'What an answer rests on: indicators, proposals, passages of a text.';
comment on column participation.answer_citation.answer is 'The answer.';
comment on column participation.answer_citation.position is 'Order.';
comment on column participation.answer_citation.kind is 'Indicator, proposal or passage.';
comment on column participation.answer_citation.cited is 'Key of the indicator, number of the proposal, or number of the text and of the passage in it.';

create table participation.answer_template (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 120),
  decision text not null check (decision in ('accepted', 'acceptedInPart', 'notAccepted', 'outOfScope', 'alreadySo')),
  reason_bg text not null default '' check (length(reason_bg) <= 20000),
  reason_en text not null default '' check (length(reason_en) <= 20000),
  made_by uuid,
  made_at timestamptz not null
);
comment on table participation.answer_template is 'Reasons that are used often, for whoever drafts an answer.';
comment on column participation.answer_template.id is 'Number of the template.';
comment on column participation.answer_template.name is 'Its name among colleagues.';
comment on column participation.answer_template.decision is 'Decision it is for.';
comment on column participation.answer_template.reason_bg is 'Words in Bulgarian.';
comment on column participation.answer_template.reason_en is 'Words in English.';
comment on column participation.answer_template.made_by is 'Account that made it. [personal]';
comment on column participation.answer_template.made_at is 'When it was made.';

-- What was answered stays as it was: a published answer is changed by a new one, never in itself.
create function participation.keep_answer() returns trigger language plpgsql as $$
begin
  if old.state = 'published' and (new.decision, new.reason_bg, new.reason_en, new.unit, new.decided_on, new.place, new.state, new.published_at)
    is distinct from (old.decision, old.reason_bg, old.reason_en, old.unit, old.decided_on, old.place, old.state, old.published_at) then
    raise exception 'a published answer is not changed' using errcode = '23514', constraint = 'answer_kept';
  end if;
  return new;
end $$;
create trigger answer_kept before update on participation.answer for each row execute function participation.keep_answer();
