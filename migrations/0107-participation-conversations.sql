-- Conversations of statements and votes, taken in from and given out as a Polis set. What groups they form is computed elsewhere.

create table participation.conversation (
  id uuid primary key,
  process uuid not null references participation.process (id),
  topic text not null check (length(topic) between 1 and 300),
  description text not null default '' check (length(description) <= 5000),
  address text not null default '' check (length(address) <= 500),
  made_by uuid,
  made_at timestamptz not null
);
comment on table participation.conversation is 'A conversation: statements that people agree or disagree with.';
comment on column participation.conversation.id is 'Number of the conversation.';
comment on column participation.conversation.process is 'The call or consultation it belongs to.';
comment on column participation.conversation.topic is 'What it is about.';
comment on column participation.conversation.description is 'How it was introduced.';
comment on column participation.conversation.address is 'Where it was held.';
comment on column participation.conversation.made_by is 'Account that took it in. [personal]';
comment on column participation.conversation.made_at is 'When it was taken in.';
create index conversation_process on participation.conversation (process);

create table participation.statement (
  conversation uuid not null references participation.conversation (id),
  number integer not null check (number >= 0),
  contribution uuid not null unique references participation.contribution (id),
  author_number integer not null,
  moderated smallint not null check (moderated between -1 and 1),
  seed text check (seed in ('yes', 'no')),
  meta text check (meta in ('yes', 'no')),
  at timestamptz not null,
  primary key (conversation, number)
);
comment on table participation.statement is 'A statement of a conversation; its text is that of its contribution.';
comment on column participation.statement.conversation is 'The conversation.';
comment on column participation.statement.number is 'Number within the conversation.';
comment on column participation.statement.contribution is 'The contribution.';
comment on column participation.statement.author_number is 'Number of its author within the conversation. [personal]';
comment on column participation.statement.moderated is '1 in, -1 out, 0 not looked at.';
comment on column participation.statement.seed is 'Whether the organisers put it in; null where the file does not say.';
comment on column participation.statement.meta is 'Whether it is about the conversation itself; null where the file does not say.';
comment on column participation.statement.at is 'When it was written.';

create table participation.voter (
  conversation uuid not null references participation.conversation (id),
  number integer not null check (number >= 0),
  group_number integer check (group_number >= 0),
  primary key (conversation, number)
);
comment on table participation.voter is 'Who took part, by a number that means nothing outside the conversation. [personal]';
comment on column participation.voter.conversation is 'The conversation.';
comment on column participation.voter.number is 'Number within the conversation.';
comment on column participation.voter.group_number is 'Opinion group the file named, from 0.';

create table participation.vote (
  conversation uuid not null,
  statement integer not null,
  voter integer not null,
  vote smallint not null check (vote between -1 and 1),
  at timestamptz not null,
  primary key (conversation, statement, voter),
  foreign key (conversation, statement) references participation.statement (conversation, number),
  foreign key (conversation, voter) references participation.voter (conversation, number)
);
comment on table participation.vote is 'The latest vote of a person on a statement. [personal]';
comment on column participation.vote.conversation is 'The conversation.';
comment on column participation.vote.statement is 'Number of the statement.';
comment on column participation.vote.voter is 'Number of the person.';
comment on column participation.vote.vote is '1 agrees, -1 disagrees, 0 passes.';
comment on column participation.vote.at is 'When.';
create index vote_by_voter on participation.vote (conversation, voter);
