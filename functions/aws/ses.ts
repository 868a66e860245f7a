import { SESClient } from '@aws-sdk/client-ses'
import type { Config } from './config.ts'

/**
 * A client of Amazon SES that tries once per call: the SDK's own retries would send up to three identical mails after a
 * lost answer, so they are off and the outbox decides what comes next.
 */
export const openSes = (config: Config): SESClient =>
  new SESClient({
    region: config.region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
    ...(config.endpoints.ses && {
      endpoint: config.endpoints.ses,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
