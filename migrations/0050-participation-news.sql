-- What people say and what we tell them. Opened by its first topic, news.

create schema participation;
comment on schema participation is 'Participation: news, proposals, consultations, workshops and what became of them. [public]';

create table participation.news_post (
  id uuid primary key references store.thing (id),
  number integer generated always as identity unique,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  dated_on date not null,
  title_bg text not null check (length(title_bg) <= 200),
  title_en text not null check (length(title_en) <= 200),
  text_bg text not null,
  text_en text not null,
  picture text check (picture ~ '^[0-9a-f]{64}$'),
  picture_size integer check (picture_size > 0),
  picture_type text check (picture_type in ('image/png', 'image/jpeg')),
  picture_width integer check (picture_width > 0),
  picture_height integer check (picture_height > 0),
  alternative_bg text not null default '',
  alternative_en text not null default '',
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text,
  version integer not null default 1 check (version > 0),
  made_by uuid,
  changed_at timestamptz not null,
  check (title_bg <> '' or title_en <> ''),
  check (state <> 'published' or (title_bg <> '' and title_en <> '' and text_bg <> '' and text_en <> '' and published_at is not null)),
  check (state <> 'published' or picture is null or (alternative_bg <> '' and alternative_en <> '')),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((picture is null) = (picture_size is null) and (picture is null) = (picture_type is null) and (picture is null) = (picture_width is null) and (picture is null) = (picture_height is null))
);
comment on table participation.news_post is 'A piece of news in two languages; a draft until it is published.';
comment on column participation.news_post.id is 'Number of the thing.';
comment on column participation.news_post.number is 'Short number in its address.';
comment on column participation.news_post.state is 'Draft, published or withdrawn.';
comment on column participation.news_post.dated_on is 'The day it is news of.';
comment on column participation.news_post.title_bg is 'Title in Bulgarian.';
comment on column participation.news_post.title_en is 'Title in English.';
comment on column participation.news_post.text_bg is 'Text in Bulgarian: paragraphs divided by an empty line.';
comment on column participation.news_post.text_en is 'Text in English: paragraphs divided by an empty line.';
comment on column participation.news_post.picture is 'SHA-256 of its picture, which the store keeps as a file.';
comment on column participation.news_post.picture_size is 'Size of the picture in bytes.';
comment on column participation.news_post.picture_type is 'What the picture is, judged by its bytes.';
comment on column participation.news_post.picture_width is 'Width in pixels.';
comment on column participation.news_post.picture_height is 'Height in pixels.';
comment on column participation.news_post.alternative_bg is 'What the picture shows, in Bulgarian.';
comment on column participation.news_post.alternative_en is 'What the picture shows, in English.';
comment on column participation.news_post.published_at is 'When it was first published.';
comment on column participation.news_post.withdrawn_at is 'When it was withdrawn.';
comment on column participation.news_post.withdrawn_why is 'Why it was withdrawn.';
comment on column participation.news_post.version is 'Goes up with every change, so that two people at once do not lose each other’s words.';
comment on column participation.news_post.made_by is 'Account that wrote it. [personal]';
comment on column participation.news_post.changed_at is 'When it last changed.';
create index news_post_listed on participation.news_post (state, dated_on desc, number desc);
