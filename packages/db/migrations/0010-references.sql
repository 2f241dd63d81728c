-- References that people read aloud: B-00417, I-2122-00417. Counted per hub and period, stepping over those that came
-- with an import.
create function app.next_reference(kind text, prefix text, period text) returns text
  language plpgsql volatile
  as $$
declare
  counted integer;
  made text;
  is_taken boolean;
begin
  loop
    insert into app.reference_counter (hub_id, kind, period, last) values (app.hub(), next_reference.kind, next_reference.period, 1)
      on conflict on constraint reference_counter_pkey do update set last = app.reference_counter.last + 1
      returning last into counted;
    made := concat_ws('-', prefix, nullif(next_reference.period, ''), lpad(counted::text, greatest(5, length(counted::text)), '0'));
    execute format('select exists (select from app.%I where hub_id = app.hub() and reference = $1)', next_reference.kind) into is_taken using made;
    if not is_taken then return made; end if;
  end loop;
end $$;
