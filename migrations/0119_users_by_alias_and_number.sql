-- Clients look people up by their mail alias and by the number that the organization gave them. Compared without regard to case, as directory/fields.sql.ts does it.
create index live_users_by_mail_nickname on users (tenant_id, (lower(mail_nickname collate "und-x-icu") collate "C")) where deleted_at is null and mail_nickname is not null;
create index live_users_by_employee_id on users (tenant_id, (lower(employee_id collate "und-x-icu") collate "C")) where deleted_at is null and employee_id is not null;
