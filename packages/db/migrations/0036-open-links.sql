-- What the people of a hub may know of a link that they made: that it is open and until when. Of its secret nobody keeps
-- more than a hash.
create function auth.open_link(for_purpose text, record uuid) returns table (made_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select l.made_at, l.expires_at from auth.link l
      where l.hub_id = app.hub() and l.record_id = record and l.purpose = for_purpose and l.ended_at is null and l.expires_at > now()
      order by l.made_at desc limit 1
  $$;
revoke all on function auth.open_link(text, uuid) from public;
grant execute on function auth.open_link(text, uuid) to hubline_app;
