-- Reply reports as they were made final: the words and figures they hold, and the files in which they were given out.

create table participation.reply_report (
  id uuid primary key,
  process uuid not null references participation.process (id),
  version integer not null check (version > 0),
  kind text not null check (kind in ('report', 'none')),
  why text not null default '' check (length(why) <= 1000),
  content jsonb not null,
  rows integer not null check (rows >= 0),
  received integer not null check (received >= 0),
  finalised_by uuid,
  finalised_at timestamptz not null,
  unique (process, version),
  check (version = 1 or btrim(why) <> '')
);
comment on table participation.reply_report is 'A reply report (or the notice that nothing was received) as it was made final; a correction is the next version.';
comment on column participation.reply_report.id is 'Number of the report.';
comment on column participation.reply_report.process is 'The call or consultation it is on.';
comment on column participation.reply_report.version is 'Version, counted from 1.';
comment on column participation.reply_report.kind is 'Report, or notice that nothing was received.';
comment on column participation.reply_report.why is 'Why it was corrected; empty for version 1.';
comment on column participation.reply_report.content is 'Head, rows and tail as they were made final; only what is public.';
comment on column participation.reply_report.rows is 'Number of its rows.';
comment on column participation.reply_report.received is 'Contributions received in the term.';
comment on column participation.reply_report.finalised_by is 'Account that made it final. [personal]';
comment on column participation.reply_report.finalised_at is 'When it was made final.';

create table participation.reply_report_file (
  report uuid not null references participation.reply_report (id),
  language text not null check (language in ('bg', 'en')),
  format text not null check (format in ('html', 'docx', 'pdf', 'csv')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  primary key (report, language, format)
);
comment on table participation.reply_report_file is 'The files of a final reply report, each with its SHA-256.';
comment on column participation.reply_report_file.report is 'The report.';
comment on column participation.reply_report_file.language is 'Language of the file.';
comment on column participation.reply_report_file.format is 'Web page, Word, PDF/UA or CSV.';
comment on column participation.reply_report_file.sha256 is 'SHA-256 of its bytes; they are kept under it.';
comment on column participation.reply_report_file.size is 'Bytes.';

create function participation.keep_reply_report() returns trigger language plpgsql as $$
begin
  raise exception 'a final report is corrected by a new version' using errcode = '23514', constraint = 'reply_report_kept';
end $$;
create trigger reply_report_kept before update of process, version, kind, why, content, rows, received, finalised_at or delete on participation.reply_report for each row execute function participation.keep_reply_report();
create trigger reply_report_file_kept before update or delete on participation.reply_report_file for each row execute function participation.keep_reply_report();
