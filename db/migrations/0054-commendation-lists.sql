-- The list of whom to commend leaves as an official document too (R62).
alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check
  check (kind in ('plan', 'reminder', 'group_list', 'commendation_list', 'invitation', 'minutes'));
alter table document_settings drop constraint document_settings_kind_check;
alter table document_settings add constraint document_settings_kind_check check (
  kind in ('plan', 'reminder', 'group_list', 'commendation_list', 'invitation', 'minutes', 'office_report', 'commune_report',
           'estimate', 'settlement')
);
