-- What changed since somebody's last visit is asked for by time.
create index audit_at on store.audit (at);
