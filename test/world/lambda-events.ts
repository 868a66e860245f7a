/** Events as AWS writes them, cut to what its documentation shows; the local system has makers of its own. */

type Request = {
  method?: string
  path: string
  routeKey: string
  parameters?: Record<string, string>
  /** What stands behind the question mark, as it was sent. */
  query?: string
  /** What somebody typed into a form of the house; the gateway hands it on as base64. */
  form?: Record<string, string>
}

/** What API Gateway hands over (HTTP API, payload format 2.0) when somebody opens a page or sends a form. */
export const httpEvent = ({
  path,
  routeKey,
  form,
  method = form ? 'POST' : 'GET',
  parameters = {},
  query = '',
}: Request): object => ({
  version: '2.0',
  routeKey,
  rawPath: path,
  rawQueryString: query,
  headers: {
    accept: 'text/html',
    'accept-language': 'de-DE,de;q=0.9',
    host: 'lernhaus.example.org',
    'user-agent': 'Mozilla/5.0',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
    ...(form && {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://lernhaus.example.org',
      'sec-fetch-site': 'same-origin',
    }),
  },
  ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
  requestContext: {
    accountId: '123456789012',
    apiId: 'a1b2c3d4e5',
    domainName: 'lernhaus.example.org',
    domainPrefix: 'lernhaus',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'Mozilla/5.0' },
    requestId: 'JKJaXmPLvHcESHA=',
    routeKey,
    stage: '$default',
    time: '23/Nov/2026:08:00:00 +0000',
    timeEpoch: 1795420800000,
  },
  ...(form && { body: Buffer.from(new URLSearchParams(form).toString()).toString('base64') }),
  isBase64Encoded: form !== undefined,
})

/** What an EventBridge rule hands over every minute. */
export const scheduleEvent = (): object => ({
  version: '0',
  id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '123456789012',
  time: '2026-11-23T08:00:00Z',
  region: 'eu-central-1',
  resources: ['arn:aws:events:eu-central-1:123456789012:rule/every-minute'],
  detail: {},
})

/** What the stream of the outbox hands over for one new item. */
export const streamEvent = (image: Record<string, unknown>): object => ({
  Records: [
    {
      eventID: '7de3041dd709b024af6f29e4fa13d34c',
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-central-1',
      eventSourceARN:
        'arn:aws:dynamodb:eu-central-1:123456789012:table/outbox/stream/2026-11-23T08:00:00.000',
      dynamodb: {
        ApproximateCreationDateTime: 1795420800,
        Keys: { pk: image.pk, sk: image.sk },
        NewImage: image,
        SequenceNumber: '111100000000000000001',
        SizeBytes: 900,
        StreamViewType: 'NEW_IMAGE',
      },
    },
  ],
})

/** What SNS hands over when SES tells that a mail bounced. */
export const bounceEvent = (mailId: string, messageId: string): object => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:eu-central-1:123456789012:mail-events:0f1e2d3c',
      Sns: {
        Type: 'Notification',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        TopicArn: 'arn:aws:sns:eu-central-1:123456789012:mail-events',
        Subject: 'Amazon SES Email Event Notification',
        Message: JSON.stringify(bounce(mailId, messageId)),
        Timestamp: '2026-11-23T08:00:05.000Z',
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        MessageAttributes: {},
      },
    },
  ],
})

const bounce = (mailId: string, messageId: string): object => ({
  eventType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      {
        emailAddress: 'ayse@example.org',
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1',
      },
    ],
    timestamp: '2026-11-23T08:00:04.000Z',
    feedbackId: '0107018f-0001',
    reportingMTA: 'dsn; a1-2.smtp-out.eu-central-1.amazonses.com',
  },
  mail: {
    timestamp: '2026-11-23T08:00:00.000Z',
    source: 'seminare@lernhaus.example.org',
    sendingAccountId: '123456789012',
    messageId,
    destination: ['ayse@example.org'],
    headersTruncated: false,
    headers: [],
    commonHeaders: { from: ['seminare@lernhaus.example.org'], to: ['ayse@example.org'], messageId },
    tags: { mail: [mailId], 'ses:configuration-set': ['rules'] },
  },
})
