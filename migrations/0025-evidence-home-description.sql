-- How the home region is named, who prepares the strategy, who pays: the pack's region.json, kept so that pages read one place.

alter table evidence.home add column description jsonb;
comment on column evidence.home.description is 'The region as its pack describes it: names in the forms sentences need, body, funding, project, tiles. Null only while a pack is being loaded.';
