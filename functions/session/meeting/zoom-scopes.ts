/** What an administrator of Zoom must grant to the app, by the names that Zoom gives it: all of it is used. */
export const zoomScopes = [
  'meeting:write:meeting:admin',
  'meeting:read:meeting:admin',
  'meeting:update:meeting:admin',
  'meeting:update:status:admin',
  'meeting:delete:meeting:admin',
  'meeting:write:registrant:admin',
  'meeting:read:registrant:admin',
  'meeting:read:list_meetings:admin',
  'meeting:read:list_past_instances:admin',
  'meeting:read:list_past_participants:admin',
  'report:read:list_meeting_participants:admin',
] as const
