-- Rows of search stay narrow: body and words lie apart, so that ranking thousands of hits reads few pages. The title stays.

alter table store.search_text alter column title set storage main;
alter table store.search_text alter column title_words set storage main;
alter table store.search_text alter column path set storage main;
alter table store.search_text alter column key set storage main;
alter table store.search_text alter column kind set storage main;
alter table store.search_text set (toast_tuple_target = 128);
