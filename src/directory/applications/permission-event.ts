/** That an application was given a permission at the directory API, or it was taken away. */
import type { GraphRole } from '../../access/graph-scopes.ts'
import type { Context, Event } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

/** The entry of the log. */
export const permissionEvent = (
  { tenantId, applicationId }: Which,
  permission: GraphRole,
  isGiven: boolean,
  context: Context,
): Event =>
  eventOf(context, {
    tenantId,
    activity: isGiven ? 'application.permissionGiven' : 'application.permissionTaken',
    target: { kind: 'application', id: applicationId },
    details: {
      properties: ['AppRole.Value'],
      changes: [
        {
          property: 'AppRole.Value',
          old: isGiven ? null : permission,
          new: isGiven ? permission : null,
        },
      ],
    },
  })
