/** What the built-in directory roles are called, in Arabic. */
import type { RoleNames } from '../en/role-names.ts'

export const roleNames: RoleNames = {
  'Global Administrator': 'مسؤول عام',
  'Privileged Role Administrator': 'مسؤول الأدوار المميزة',
  'Privileged Authentication Administrator': 'مسؤول المصادقة المميزة',
  'User Administrator': 'مسؤول المستخدمين',
  'Authentication Administrator': 'مسؤول المصادقة',
  'Helpdesk Administrator': 'مسؤول مكتب المساعدة',
  'Password Administrator': 'مسؤول كلمات المرور',
  'Groups Administrator': 'مسؤول المجموعات',
  'Application Administrator': 'مسؤول التطبيقات',
  'External Identity Provider Administrator': 'مسؤول موفّري الهوية الخارجيين',
  'Global Reader': 'قارئ عام',
  'Guest Inviter': 'داعي الضيوف',
  'Directory Readers': 'قرّاء الدليل',
  'Message Center Reader': 'قارئ مركز الرسائل',
  'Reports Reader': 'قارئ التقارير',
  'Usage Summary Reports Reader': 'قارئ ملخصات الاستخدام',
}
