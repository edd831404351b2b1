/** What the built-in directory roles are called, in Spanish. */
import type { RoleNames } from '../en/role-names.ts'

export const roleNames: RoleNames = {
  'Global Administrator': 'Administrador global',
  'Privileged Role Administrator': 'Administrador de roles con privilegios',
  'Privileged Authentication Administrator': 'Administrador de autenticación con privilegios',
  'User Administrator': 'Administrador de usuarios',
  'Authentication Administrator': 'Administrador de autenticación',
  'Helpdesk Administrator': 'Administrador del departamento de soporte técnico',
  'Password Administrator': 'Administrador de contraseñas',
  'Groups Administrator': 'Administrador de grupos',
  'Application Administrator': 'Administrador de aplicaciones',
  'External Identity Provider Administrator':
    'Administrador de proveedores de identidades externos',
  'Global Reader': 'Lector global',
  'Guest Inviter': 'Invitador de usuarios',
  'Directory Readers': 'Lectores del directorio',
  'Message Center Reader': 'Lector del Centro de mensajes',
  'Reports Reader': 'Lector de informes',
  'Usage Summary Reports Reader': 'Lector de informes de resumen de uso',
}
