-- Find: any scrap of what a client is known by, answered while somebody types; and whom a new client may be already.
--
-- Under row-level security the database will not use an index for a pattern or a similarity, because such operators
-- could tell a stranger about rows behind the wall. These functions therefore run as the owner, who may read every row,
-- and hold themselves to the hub of the transaction: without one they find nothing.

-- A function may set the threshold of the similarity operators once the extension that knows it has been loaded.
do $$ begin perform public.similarity('a', 'a'); end $$;

-- The digits that somebody dials within the country: +44 (0)1782 555123 and 01782 555123 are the same.
create function app.dialled(phone text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(00)?(44)?0?', '');

-- Patterns at the start of a value need indexes of their own kind; equality uses them too.
drop index app.business_company_number;
drop index app.business_charity_number;
drop index app.business_postcode;
drop index app.business_email;
drop index app.business_phone;
drop index app.person_email;
drop index app.person_postcode;
drop index app.person_phone;

-- find_clients: a name from its first letter; list-businesses: all of them by name
create index business_by_name on app.business (hub_id, finder collate "C", id);
-- find_clients: a name from its first letter
create index person_by_name on app.person (hub_id, finder collate "C", id);
-- find_clients, similar_businesses, similar_people: by number, postcode, e-mail and phone, whole or from the start
create index business_company_number on app.business (hub_id, ltrim(upper(company_number), '0') text_pattern_ops) where company_number is not null;
create index business_charity_number on app.business (hub_id, ltrim(charity_number, '0') text_pattern_ops) where charity_number is not null;
create index business_postcode on app.business (hub_id, upper(replace(postcode, ' ', '')) text_pattern_ops) where postcode is not null;
create index person_postcode on app.person (hub_id, upper(replace(postcode, ' ', '')) text_pattern_ops) where postcode is not null;
create index business_email on app.business (hub_id, lower(email) text_pattern_ops) where email is not null;
create index person_email on app.person (hub_id, lower(email) text_pattern_ops) where email is not null;
create index business_phone on app.business (hub_id, app.dialled(phone) text_pattern_ops) where phone is not null;
create index person_phone on app.person (hub_id, app.dialled(phone) text_pattern_ops) where phone is not null;
-- similar_businesses: colleagues share what follows the @
create index business_email_domain on app.business (hub_id, split_part(lower(email), '@', 2)) where email is not null;

-- What somebody typed, as the beginning of a value: the signs that a pattern gives a meaning stand for themselves.
create function app.beginning(typed text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- By what is written exactly: reference, number, postcode, e-mail, phone.
create function app.find_by_key(typed text, kinds text[], most integer)
  returns table (kind text, id uuid, field text, matched text, rank real)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
  as $$
declare
  hub uuid := app.hub();
  packed text := upper(regexp_replace(typed, '\s', '', 'g'));
  digits text := regexp_replace(typed, '[^0-9]', '', 'g');
  businesses boolean := 'business' = any (kinds);
  people boolean := 'person' = any (kinds);
begin
  if businesses then
    return query select 'business', b.id, 'reference', b.reference, 10::real from app.business b
      where b.hub_id = hub and b.reference in (typed, packed) and b.voided_at is null;
  end if;
  if people then
    return query select 'person', p.id, 'reference', p.reference, 10::real from app.person p
      where p.hub_id = hub and p.reference in (typed, packed) and p.voided_at is null;
  end if;
  if businesses and packed ~ '^[A-Z]{0,2}[0-9]{3,}[A-Z]?$' then
    return query (select 'business', b.id, 'company number', b.company_number,
        case when ltrim(upper(b.company_number), '0') = ltrim(packed, '0') then 9 else 7 end::real
      from app.business b where b.hub_id = hub and b.company_number is not null
        and ltrim(upper(b.company_number), '0') like app.beginning(ltrim(packed, '0')) and b.voided_at is null limit most);
    return query (select 'business', b.id, 'charity number', b.charity_number,
        case when ltrim(b.charity_number, '0') = ltrim(packed, '0') then 9 else 7 end::real
      from app.business b where b.hub_id = hub and b.charity_number is not null
        and ltrim(b.charity_number, '0') like app.beginning(ltrim(packed, '0')) and b.voided_at is null limit most);
  end if;
  if packed ~ '^[A-Z]{1,2}[0-9][0-9A-Z]*$' and length(packed) between 3 and 7 then
    if businesses then
      return query (select 'business', b.id, 'postcode', b.postcode, 8::real from app.business b where b.hub_id = hub
        and b.postcode is not null and upper(replace(b.postcode, ' ', '')) like app.beginning(packed) and b.voided_at is null limit most);
    end if;
    if people then
      return query (select 'person', p.id, 'postcode', p.postcode, 8::real from app.person p where p.hub_id = hub
        and p.postcode is not null and upper(replace(p.postcode, ' ', '')) like app.beginning(packed) and p.voided_at is null limit most);
    end if;
  end if;
  if length(digits) >= 5 and typed ~ '^[-0-9 ()+./]+$' then
    if businesses then
      return query (select 'business', b.id, 'phone', b.phone, 8::real from app.business b where b.hub_id = hub
        and b.phone is not null and app.dialled(b.phone) like app.beginning(app.dialled(typed)) and b.voided_at is null limit most);
    end if;
    if people then
      return query (select 'person', p.id, 'phone', p.phone, 8::real from app.person p where p.hub_id = hub
        and p.phone is not null and app.dialled(p.phone) like app.beginning(app.dialled(typed)) and p.voided_at is null limit most);
    end if;
  end if;
  if typed ~ '@' then
    if businesses then
      return query (select 'business', b.id, 'e-mail', b.email, 8::real from app.business b where b.hub_id = hub
        and b.email is not null and lower(b.email) like app.beginning(lower(typed)) and b.voided_at is null limit most);
      return query (select 'business', b.id, 'e-mail', b.email, 6::real from app.business b where b.hub_id = hub
        and b.email is not null and split_part(lower(b.email), '@', 2) = split_part(lower(typed), '@', 2) and b.voided_at is null limit most);
    end if;
    if people then
      return query (select 'person', p.id, 'e-mail', p.email, 8::real from app.person p where p.hub_id = hub
        and p.email is not null and lower(p.email) like app.beginning(lower(typed)) and p.voided_at is null limit most);
    end if;
  end if;
end $$;

-- By name: from its start; by its words in any order; at last by words that are nearly those.
create function app.find_by_name(typed text, kinds text[], most integer)
  returns table (kind text, id uuid, field text, matched text, rank real)
  language plpgsql stable security definer
  -- Set here so that what the function itself sets ends with it. Where a piece of a name is rare, a limit makes the
  -- planner hope to meet it soon by reading the whole table; only the trigram index is quick however rare it is.
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set pg_trgm.word_similarity_threshold = 0.6
  set enable_seqscan = off set enable_indexscan = on
  as $$
declare
  hub uuid := app.hub();
  sought text := app.plain(regexp_replace(btrim(typed), '\s+', ' ', 'g'));
  words text[] := regexp_split_to_array(sought, ' ');
  first_word text := '%' || app.beginning(words[1]);
  second_word text := '%' || app.beginning(words[2]);
  third_word text := '%' || app.beginning(words[3]);
  found integer := 0;
  more integer := 0;
begin
  if 'business' = any (kinds) then
    -- The order of the index itself, so that the first rows are the answer.
    return query (select 'business', b.id, 'name', b.name, 6::real from app.business b
      where b.hub_id = hub and b.finder collate "C" like app.beginning(sought) and b.voided_at is null
      order by b.finder collate "C", b.id limit most);
    get diagnostics found = row_count;
    perform set_config('enable_indexscan', 'off', true);
    if found < most and length(sought) >= 3 then
      return query (select 'business', c.id, 'name', c.name, case when ' ' || c.finder like '% ' || app.beginning(words[1]) then 5 else 4 end::real
        from (select b.id, b.name as name, b.finder from app.business b where b.hub_id = hub and b.voided_at is null
          and b.finder like first_word and (second_word is null or b.finder like second_word) and (third_word is null or b.finder like third_word)
          and not b.finder like app.beginning(sought) limit 200) c
        order by 5 desc, c.finder limit most);
      get diagnostics more = row_count;
    end if;
    -- Nothing is spelled so: the nearest, and where nothing is near, what is at least alike.
    for step in 1 .. 2 loop
      exit when found + more > 0 or length(sought) < 4 or sought ~ '@';
      perform set_config('pg_trgm.word_similarity_threshold', case step when 1 then '0.6' else '0.45' end, true);
      return query (select 'business', c.id, 'name', c.name, (3 * c.likeness)::real
        from (select b.id, b.name as name, public.word_similarity(sought, b.finder) as likeness from app.business b
          where b.hub_id = hub and b.finder operator(public.%>) sought and b.voided_at is null limit 500) c
        order by c.likeness desc, c.name limit most);
      get diagnostics found = row_count;
    end loop;
  end if;
  found := 0;
  more := 0;
  perform set_config('enable_indexscan', 'on', true);
  if 'person' = any (kinds) then
    -- The order of the index itself, so that the first rows are the answer.
    return query (select 'person', p.id, 'name', p.given_name || ' ' || p.family_name, 6::real from app.person p
      where p.hub_id = hub and p.finder collate "C" like app.beginning(sought) and p.voided_at is null
      order by p.finder collate "C", p.id limit most);
    get diagnostics found = row_count;
    perform set_config('enable_indexscan', 'off', true);
    if found < most and length(sought) >= 3 then
      return query (select 'person', c.id, 'name', c.name, case when ' ' || c.finder like '% ' || app.beginning(words[1]) then 5 else 4 end::real
        from (select p.id, p.given_name || ' ' || p.family_name as name, p.finder from app.person p where p.hub_id = hub and p.voided_at is null
          and p.finder like first_word and (second_word is null or p.finder like second_word) and (third_word is null or p.finder like third_word)
          and not p.finder like app.beginning(sought) limit 200) c
        order by 5 desc, c.finder limit most);
      get diagnostics more = row_count;
    end if;
    -- Nothing is spelled so: the nearest, and where nothing is near, what is at least alike.
    for step in 1 .. 2 loop
      exit when found + more > 0 or length(sought) < 4 or sought ~ '@';
      perform set_config('pg_trgm.word_similarity_threshold', case step when 1 then '0.6' else '0.45' end, true);
      return query (select 'person', c.id, 'name', c.name, (3 * c.likeness)::real
        from (select p.id, p.given_name || ' ' || p.family_name as name, public.word_similarity(sought, p.finder) as likeness from app.person p
          where p.hub_id = hub and p.finder operator(public.%>) sought and p.voided_at is null limit 500) c
        order by c.likeness desc, c.name limit most);
      get diagnostics found = row_count;
    end loop;
  end if;
end $$;

-- Each client once, by the best of its reasons; businesses and people take turns where the reasons are equally good.
create function app.find_clients(typed text, kinds text[], most integer)
  returns table (kind text, id uuid, field text, matched text, place bigint)
  language sql stable
  as $$
    select f.kind, f.id, f.field, f.matched,
      row_number() over (order by f.rank desc, f.turn, f.kind, f.id) as place
    from (
      select b.*, row_number() over (partition by b.kind, b.rank order by b.matched, b.id) as turn
      from (
        select distinct on (k.kind, k.id) k.* from (
          select * from app.find_by_key(typed, kinds, most) union all select * from app.find_by_name(typed, kinds, most)) k
        order by k.kind, k.id, k.rank desc, k.field) b) f
    order by place limit most
  $$;

-- Businesses that a described one may be already: a first sieve, for the rule in the domain to judge.
create function app.similar_businesses(name text, company_number text, charity_number text, postcode text, email text, domain text, phone text, most integer)
  returns table (id uuid)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set pg_trgm.word_similarity_threshold = 0.6 set enable_seqscan = off
  as $$
declare
  hub uuid := app.hub();
  plain text := app.plain(name);
begin
  return query
    (select b.id from app.business b where b.hub_id = hub and b.company_number is not null
      and ltrim(upper(b.company_number), '0') = ltrim(upper(similar_businesses.company_number), '0') limit most)
    union (select b.id from app.business b where b.hub_id = hub and b.charity_number is not null
      and ltrim(b.charity_number, '0') = ltrim(similar_businesses.charity_number, '0') limit most)
    union (select b.id from app.business b where b.hub_id = hub and b.postcode is not null
      and upper(replace(b.postcode, ' ', '')) = upper(replace(similar_businesses.postcode, ' ', ''))
      order by public.word_similarity(plain, b.finder) desc, b.id limit most)
    union (select b.id from app.business b where b.hub_id = hub and b.email is not null and lower(b.email) = lower(similar_businesses.email) limit most)
    union (select b.id from app.business b where b.hub_id = hub and b.email is not null and split_part(lower(b.email), '@', 2) = domain
      order by public.word_similarity(plain, b.finder) desc, b.id limit most)
    union (select b.id from app.business b where b.hub_id = hub and b.phone is not null
      and app.dialled(b.phone) = app.dialled(similar_businesses.phone) limit most)
    union (select c.id from (
        select b.id, public.word_similarity(plain, b.finder) as likeness from app.business b
        where b.hub_id = hub and length(plain) >= 3 and b.finder operator(public.%>) plain limit 1000) c
      order by c.likeness desc, c.id limit most);
end $$;

-- People whom a described one may be already.
create function app.similar_people(name text, email text, phone text, postcode text, most integer)
  returns table (id uuid)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set pg_trgm.word_similarity_threshold = 0.6 set enable_seqscan = off
  as $$
declare
  hub uuid := app.hub();
  plain text := app.plain(name);
begin
  return query
    (select p.id from app.person p where p.hub_id = hub and p.email is not null and lower(p.email) = lower(similar_people.email) limit most)
    union (select p.id from app.person p where p.hub_id = hub and p.phone is not null
      and app.dialled(p.phone) = app.dialled(similar_people.phone) limit most)
    union (select p.id from app.person p where p.hub_id = hub and p.postcode is not null
      and upper(replace(p.postcode, ' ', '')) = upper(replace(similar_people.postcode, ' ', ''))
      order by public.word_similarity(plain, p.finder) desc, p.id limit most)
    union (select c.id from (
        select p.id, public.word_similarity(plain, p.finder) as likeness from app.person p
        where p.hub_id = hub and length(plain) >= 3 and p.finder operator(public.%>) plain limit 1000) c
      order by c.likeness desc, c.id limit most);
end $$;

-- find_clients needs no power of its own: it only puts the two in order.
revoke all on function app.find_by_key(text, text[], integer), app.find_by_name(text, text[], integer),
  app.similar_businesses(text, text, text, text, text, text, text, integer), app.similar_people(text, text, text, text, integer) from public;
grant execute on function app.find_by_key(text, text[], integer), app.find_by_name(text, text[], integer),
  app.similar_businesses(text, text, text, text, text, text, text, integer), app.similar_people(text, text, text, text, integer) to hubline_app;
