-- An indicator of the hub's own has its first version here too: nothing that Hubline brings stands before it.
alter table app.definition_version
  drop constraint definition_version_follows_one,
  add constraint definition_version_follows_one check (version > 1 or version = 1 and key ~ '^own\.[a-z0-9_]+$');
