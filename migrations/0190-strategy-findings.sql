-- What follows from figures and voices: findings with their versions, challenges, pairs of TOWS, weights given by stakeholders.

create schema strategy;
comment on schema strategy is 'Strategy: findings, challenges, and the documents made of them. [public]';

-- A saved analysis is evidence like a figure.
insert into store.step (later_kind, says, earlier_kind) values ('finding', 'restsOn', 'analysis');

create table strategy.finding (
  id uuid primary key references store.thing (id),
  number integer generated always as identity unique,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  kind text not null check (kind in ('strength', 'weakness', 'opportunity', 'threat', 'need')),
  theme text not null check (theme in ('entrepreneurship', 'innovation', 'digitalisation', 'people', 'economy', 'territory', 'green')),
  confidence text check (confidence in ('low', 'medium', 'high')),
  statement_bg text not null check (length(statement_bg) <= 300),
  statement_en text not null check (length(statement_en) <= 300),
  says_bg text not null default '' check (length(says_bg) <= 4000),
  says_en text not null default '' check (length(says_en) <= 4000),
  illustrative boolean not null default false,
  suggestion text,
  version integer not null default 1 check (version > 0),
  published_at timestamptz,
  withdrawn_why text,
  made_by uuid,
  changed_at timestamptz not null,
  check (statement_bg <> '' or statement_en <> ''),
  check (state <> 'published' or (statement_bg <> '' and statement_en <> '' and confidence is not null and published_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_why is not null))
);
comment on table strategy.finding is 'A conclusion that rests on evidence: a strength, weakness, opportunity, threat or need.';
comment on column strategy.finding.id is 'Number of the thing.';
comment on column strategy.finding.number is 'Short number in its address.';
comment on column strategy.finding.state is 'Draft, published or withdrawn.';
comment on column strategy.finding.kind is 'Strength, weakness, opportunity, threat or need.';
comment on column strategy.finding.theme is 'Theme: one of the domains of the indicators.';
comment on column strategy.finding.confidence is 'How sure we are, as the author judged by the rule on the page; null in a draft.';
comment on column strategy.finding.statement_bg is 'The conclusion as one sentence, in Bulgarian.';
comment on column strategy.finding.statement_en is 'The conclusion as one sentence, in English.';
comment on column strategy.finding.says_bg is 'What is to be added to it, in Bulgarian.';
comment on column strategy.finding.says_en is 'What is to be added to it, in English.';
comment on column strategy.finding.illustrative is 'An example that nobody concluded; said wherever it stands.';
comment on column strategy.finding.suggestion is 'Key of the suggestion it was made of; null where a person wrote it.';
comment on column strategy.finding.version is 'Goes up with every change, so that two people at once do not lose each other’s words.';
comment on column strategy.finding.published_at is 'When it was first published.';
comment on column strategy.finding.withdrawn_why is 'Why it was withdrawn.';
comment on column strategy.finding.made_by is 'Account that wrote it. [personal]';
comment on column strategy.finding.changed_at is 'When it last changed.';
create index finding_listed on strategy.finding (state, kind, number);

create table strategy.finding_version (
  finding uuid not null references strategy.finding (id),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  content jsonb not null,
  why text not null default '' check (length(why) <= 500),
  restored_from integer,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (finding, version)
);
comment on table strategy.finding_version is 'Every version of a finding, the present one too: nothing that was saved is lost.';
comment on column strategy.finding_version.finding is 'The finding.';
comment on column strategy.finding_version.version is 'Which version.';
comment on column strategy.finding_version.state is 'The state it had.';
comment on column strategy.finding_version.content is 'Kind, theme, confidence, statement and words in both languages.';
comment on column strategy.finding_version.why is 'Why it changed.';
comment on column strategy.finding_version.restored_from is 'The earlier version whose words it took back; null otherwise.';
comment on column strategy.finding_version.saved_by is 'Account that saved it. [personal]';
comment on column strategy.finding_version.saved_at is 'When it was saved.';

create table strategy.finding_draft (
  account uuid not null,
  of_finding integer not null default 0,
  content jsonb not null,
  kept_at timestamptz not null,
  primary key (account, of_finding)
);
comment on table strategy.finding_draft is 'What a person typed and has not saved yet; gone once it is saved. [personal]';
comment on column strategy.finding_draft.account is 'Whose words they are.';
comment on column strategy.finding_draft.of_finding is 'Number of the finding; 0 for a new one.';
comment on column strategy.finding_draft.content is 'The fields as typed.';
comment on column strategy.finding_draft.kept_at is 'When they were kept.';

create table strategy.suggestion_decision (
  key text primary key check (length(key) between 3 and 200),
  decision text not null check (decision in ('accepted', 'refused')),
  finding uuid references strategy.finding (id),
  reason text not null default '' check (length(reason) <= 500),
  statement_bg text not null,
  statement_en text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  check ((decision = 'accepted') = (finding is not null)),
  check (decision <> 'refused' or reason <> '')
);
comment on table strategy.suggestion_decision is 'What a person decided on a suggestion drawn from the figures. A suggestion that waits is not here: it follows from the figures by rule.';
comment on column strategy.suggestion_decision.key is 'Rule, indicator and period: newer figures make a new suggestion.';
comment on column strategy.suggestion_decision.decision is 'Accepted or refused.';
comment on column strategy.suggestion_decision.finding is 'The finding made of it.';
comment on column strategy.suggestion_decision.reason is 'Why it was refused.';
comment on column strategy.suggestion_decision.statement_bg is 'What it said, in Bulgarian.';
comment on column strategy.suggestion_decision.statement_en is 'What it said, in English.';
comment on column strategy.suggestion_decision.decided_by is 'Account that decided. [personal]';
comment on column strategy.suggestion_decision.decided_at is 'When.';

create table strategy.challenge (
  id uuid primary key,
  number integer generated always as identity unique,
  state text not null default 'draft' check (state in ('draft', 'published')),
  title_bg text not null check (length(title_bg) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  says_bg text not null default '' check (length(says_bg) <= 2000),
  says_en text not null default '' check (length(says_en) <= 2000),
  version integer not null default 1 check (version > 0),
  made_by uuid,
  changed_at timestamptz not null
);
comment on table strategy.challenge is 'A challenge: findings of need, weakness and threat that are one question for the strategy.';
comment on column strategy.challenge.id is 'Number of the row.';
comment on column strategy.challenge.number is 'Short number in its address.';
comment on column strategy.challenge.state is 'Draft or published.';
comment on column strategy.challenge.title_bg is 'The challenge in one sentence, in Bulgarian.';
comment on column strategy.challenge.title_en is 'The challenge in one sentence, in English.';
comment on column strategy.challenge.says_bg is 'What is to be added to it, in Bulgarian.';
comment on column strategy.challenge.says_en is 'What is to be added to it, in English.';
comment on column strategy.challenge.version is 'Goes up with every change.';
comment on column strategy.challenge.made_by is 'Account that wrote it. [personal]';
comment on column strategy.challenge.changed_at is 'When it last changed.';

create table strategy.challenge_finding (
  challenge uuid not null references strategy.challenge (id),
  finding uuid not null references strategy.finding (id),
  primary key (challenge, finding)
);
comment on table strategy.challenge_finding is 'Which findings a challenge groups.';
comment on column strategy.challenge_finding.challenge is 'The challenge.';
comment on column strategy.challenge_finding.finding is 'The finding.';
create index challenge_finding_of on strategy.challenge_finding (finding);

create table strategy.tows_pair (
  id uuid primary key,
  inside uuid not null references strategy.finding (id),
  outside uuid not null references strategy.finding (id),
  note_bg text not null check (length(note_bg) <= 500),
  note_en text not null check (length(note_en) <= 500),
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (note_bg <> '' or note_en <> '')
);
comment on table strategy.tows_pair is 'A strength or weakness beside an opportunity or threat, and what could be done: a note for the objectives.';
comment on column strategy.tows_pair.id is 'Number of the row.';
comment on column strategy.tows_pair.inside is 'The strength or weakness.';
comment on column strategy.tows_pair.outside is 'The opportunity or threat.';
comment on column strategy.tows_pair.note_bg is 'What could be done, in Bulgarian.';
comment on column strategy.tows_pair.note_en is 'What could be done, in English.';
comment on column strategy.tows_pair.made_by is 'Account that wrote it. [personal]';
comment on column strategy.tows_pair.made_at is 'When.';
comment on column strategy.tows_pair.ended_at is 'When it was taken away; null while it stands.';
create index tows_pair_inside on strategy.tows_pair (inside);
create index tows_pair_outside on strategy.tows_pair (outside);

create table strategy.ballot (
  id uuid primary key default gen_random_uuid(),
  sector text check (sector in ('administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media')),
  on_day date not null
);
comment on table strategy.ballot is 'One form in which somebody weighed findings: nothing tells who. Kept without the time of day.';
comment on column strategy.ballot.id is 'A random number, which tells no order.';
comment on column strategy.ballot.sector is 'The sector the person named, if any.';
comment on column strategy.ballot.on_day is 'The day.';

create table strategy.weight (
  ballot uuid not null references strategy.ballot (id),
  finding uuid not null references strategy.finding (id),
  importance integer not null check (importance between 1 and 5),
  primary key (ballot, finding)
);
comment on table strategy.weight is 'How important a finding is to one form: 1 little, 5 most.';
comment on column strategy.weight.ballot is 'The form.';
comment on column strategy.weight.finding is 'The finding.';
comment on column strategy.weight.importance is 'Importance, 1 to 5.';
create index weight_of on strategy.weight (finding);
