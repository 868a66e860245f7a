import { randomUUID } from 'node:crypto'
import type { Instant } from '../../functions/kernel/time.ts'

/** What EventBridge hands to a function that runs every minute. */
export const minuteEvent = (now: Instant): object => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '000000000000',
  time: `${now.slice(0, 19)}Z`,
  region: 'eu-central-1',
  resources: ['arn:aws:events:eu-central-1:000000000000:rule/every-minute'],
  detail: {},
})
