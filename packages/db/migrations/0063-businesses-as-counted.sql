-- Which businesses are merged, voided or outside of the districts: their table held it too, but how that was gone through
-- depended on the other hubs beside, and by reference it took five times as long.
-- figures, and the lists behind them: which unit each business counts as
create index business_as_counted on app.business (hub_id, located_in) include (id, merged_into_id, counts_as_id, voided_at);
