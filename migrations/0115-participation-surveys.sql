-- Surveys: questionnaires, who was asked, answers half-way and answers sent off. In an anonymous survey nothing leads from an
-- answer to a link or a person: no key, no time, no order.

create table participation.survey (
  id uuid primary key references store.thing (id),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,70}$'),
  state text not null default 'draft' check (state in ('draft', 'open')),
  title_bg text not null check (length(title_bg) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  says_bg text not null default '' check (length(says_bg) <= 10000),
  says_en text not null default '' check (length(says_en) <= 10000),
  anonymous boolean not null default true,
  access text not null default 'open' check (access in ('open', 'links')),
  results text not null default 'public' check (results in ('public', 'staff')),
  opens_at timestamptz,
  closes_at timestamptz check (closes_at > opens_at),
  asks_sector boolean not null default true,
  quotas jsonb not null default '{}' check (jsonb_typeof(quotas) = 'object'),
  sizes jsonb not null default '{}' check (jsonb_typeof(sizes) = 'object'),
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
  questions_hash text not null check (questions_hash ~ '^[0-9a-f]{64}$'),
  wave_of uuid references participation.survey (id),
  template text check (template in ('firms', 'digital')),
  process uuid references store.thing (id),
  version integer not null default 1 check (version > 0),
  made_by uuid,
  changed_at timestamptz not null,
  check (wave_of <> id),
  check (state <> 'open' or (opens_at is not null and jsonb_array_length(questions) > 0))
);
comment on table participation.survey is 'A survey and its questionnaire.';
comment on column participation.survey.id is 'Number of the thing.';
comment on column participation.survey.slug is 'Short name in its address.';
comment on column participation.survey.state is 'Draft or opened; whether it is open now follows from the clock.';
comment on column participation.survey.title_bg is 'Title in Bulgarian.';
comment on column participation.survey.title_en is 'Title in English.';
comment on column participation.survey.says_bg is 'What it is for, in Bulgarian.';
comment on column participation.survey.says_en is 'What it is for, in English.';
comment on column participation.survey.anonymous is 'Whether no way may lead from an answer to who was asked.';
comment on column participation.survey.access is 'Whoever comes, or only who got a link.';
comment on column participation.survey.results is 'Who sees the results after it has closed.';
comment on column participation.survey.opens_at is 'From when answers are taken.';
comment on column participation.survey.closes_at is 'Until when answers are taken; null has no end.';
comment on column participation.survey.asks_sector is 'Whether people without a personal link are asked for their group.';
comment on column participation.survey.quotas is 'Group of people → how many answers of it are wanted.';
comment on column participation.survey.sizes is 'Group of people → how many there are in the district, for weights.';
comment on column participation.survey.questions is 'The questionnaire: a list of questions in both languages.';
comment on column participation.survey.questions_hash is 'SHA-256 of the questionnaire; each answer carries the one it was given to.';
comment on column participation.survey.wave_of is 'The earlier survey that this one repeats.';
comment on column participation.survey.template is 'The ready questionnaire it was made from.';
comment on column participation.survey.process is 'The call its free texts go to when people agree; null is the standing one.';
comment on column participation.survey.version is 'Goes up with every change, so that two people at once do not lose each other’s work.';
comment on column participation.survey.made_by is 'Account that made it. [personal]';
comment on column participation.survey.changed_at is 'When it last changed.';

create table participation.survey_invitation (
  id uuid primary key,
  survey uuid not null references participation.survey (id),
  contact uuid references people.contact (id) on delete set null,
  sector text check (sector in ('administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media')),
  language text not null default 'bg' check (language in ('bg', 'en')),
  secret_hashes text[] not null check (cardinality(secret_hashes) between 1 and 3),
  sent_on date not null,
  reminders smallint not null default 0 check (reminders between 0 and 2),
  last_on date not null,
  answered boolean not null default false,
  stopped boolean not null default false,
  unique (survey, contact)
);
comment on table participation.survey_invitation is 'A personal link to a survey: to whom, and whether it was used, never when.';
comment on column participation.survey_invitation.id is 'Number of the invitation.';
comment on column participation.survey_invitation.survey is 'The survey.';
comment on column participation.survey_invitation.contact is 'Who was asked. [personal]';
comment on column participation.survey_invitation.sector is 'Group the person was asked for.';
comment on column participation.survey_invitation.language is 'Language of the letters.';
comment on column participation.survey_invitation.secret_hashes is 'SHA-256 of the random text in each link sent: the first and those of the reminders.';
comment on column participation.survey_invitation.sent_on is 'Day of the first letter.';
comment on column participation.survey_invitation.reminders is 'Reminders sent: two at most.';
comment on column participation.survey_invitation.last_on is 'Day of the last letter.';
comment on column participation.survey_invitation.answered is 'Whether the link has been used up.';
comment on column participation.survey_invitation.stopped is 'Whether the person asked for no more letters about it.';
create index survey_invitation_secret on participation.survey_invitation using gin (secret_hashes);

create table participation.survey_draft (
  secret_hash text primary key check (secret_hash ~ '^[0-9a-f]{64}$'),
  survey uuid not null references participation.survey (id),
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  sector text check (sector in ('administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media')),
  language text not null check (language in ('bg', 'en')),
  on_day date not null
);
comment on table participation.survey_draft is 'Answers of somebody who has not finished; found only by the secret in their link, gone when sent off.';
comment on column participation.survey_draft.secret_hash is 'SHA-256 of the random text in the link to go on; not the one of an invitation.';
comment on column participation.survey_draft.survey is 'The survey.';
comment on column participation.survey_draft.answers is 'Key of the question → answer.';
comment on column participation.survey_draft.sector is 'Group the person speaks for.';
comment on column participation.survey_draft.language is 'Language the person answers in.';
comment on column participation.survey_draft.on_day is 'Day of the last answer.';
create index survey_draft_survey on participation.survey_draft (survey);

create table participation.survey_response (
  id uuid primary key,
  survey uuid not null references participation.survey (id),
  questions_hash text not null check (questions_hash ~ '^[0-9a-f]{64}$'),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  sector text check (sector in ('administration', 'business', 'finance', 'education', 'ngo', 'citizens', 'media')),
  language text not null check (language in ('bg', 'en')),
  channel text not null check (channel in ('web', 'paper')),
  complete boolean not null,
  beyond_quota boolean not null,
  on_day date not null,
  place double precision not null
);
comment on table participation.survey_response is 'The answers of one person, without the person.';
comment on column participation.survey_response.id is 'Random number that tells no order.';
comment on column participation.survey_response.survey is 'The survey.';
comment on column participation.survey_response.questions_hash is 'SHA-256 of the questionnaire it answers.';
comment on column participation.survey_response.answers is 'Key of the question → answer.';
comment on column participation.survey_response.sector is 'Group the person speaks for.';
comment on column participation.survey_response.language is 'Language it was answered in.';
comment on column participation.survey_response.channel is 'On the web, or on paper and typed by a colleague.';
comment on column participation.survey_response.complete is 'Sent off by the person; else left half-way.';
comment on column participation.survey_response.beyond_quota is 'Came when its group was full: kept and not counted.';
comment on column participation.survey_response.on_day is 'The day; a time is not kept.';
comment on column participation.survey_response.place is 'Random order, drawn anew for all with every answer.';
create index survey_response_survey on participation.survey_response (survey, place);

create table participation.survey_response_of (
  response uuid primary key references participation.survey_response (id) on delete cascade,
  invitation uuid not null unique references participation.survey_invitation (id)
);
comment on table participation.survey_response_of is 'Whose answer it is, in a survey that said so beforehand; the database refuses a row for an anonymous one. [personal]';
comment on column participation.survey_response_of.response is 'The answers.';
comment on column participation.survey_response_of.invitation is 'The link they came by.';

create function participation.keep_survey_promise() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'survey_response_of' then
    if (select s.anonymous from participation.survey s join participation.survey_response r on r.survey = s.id where r.id = new.response) then
      raise exception 'an answer of an anonymous survey is tied to nobody' using errcode = '23514';
    end if;
  elsif (new.questions is distinct from old.questions or new.questions_hash is distinct from old.questions_hash or new.anonymous is distinct from old.anonymous)
    and (exists (select from participation.survey_response where survey = old.id) or exists (select from participation.survey_draft where survey = old.id)) then
    raise exception 'the questionnaire is frozen: somebody has answered' using errcode = '23514';
  end if;
  return new;
end $$;
comment on function participation.keep_survey_promise() is 'With the first answer a questionnaire is frozen, and so is the promise of anonymity.';
create trigger keep_survey_promise before update on participation.survey for each row execute function participation.keep_survey_promise();
create trigger keep_survey_promise before insert or update on participation.survey_response_of for each row execute function participation.keep_survey_promise();
