-- A restatement is approved by somebody, who need not have an account here: a senior officer, a board.
alter table app.sign_off
  add column approved_by text,
  add constraint sign_off_restated_with_approval check ((version = 1) = (approved_by is null));
