-- Which groups of a person an application is told of, as `groupMembershipClaims` of Microsoft Graph writes it; null: none, unless it asks. Applications that
-- there are were told of all of them, and go on being told.

alter table applications add column group_claims text check (group_claims in ('SecurityGroup', 'All', 'ApplicationGroup'));
update applications set group_claims = 'SecurityGroup';
create or replace view live_applications as select * from applications where deleted_at is null;
