/**
 * The admin centre: one organization's users, groups, applications and roles, and what happened
 * there.
 */
import { startApp } from '../ui/app-root.tsx'
import { routes } from './routes.tsx'
import { loadTables } from './words.tsx'

void startApp('admin', loadTables, routes, '/admin')
