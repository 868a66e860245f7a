import { describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../functions/aws/config.ts'
import { log } from '../../functions/aws/log.ts'
import { type FunctionEntry, functions, tables } from '../../infra/manifest.ts'
import { buildStack, deployed, type Properties } from '../world/stack.ts'

const house = buildStack()

const { functionId, propertiesOf } = house

describe('the doors', () => {
  test('each route of the manifest leads to its function, and there is no other', () => {
    const routes = house.ofType('AWS::ApiGatewayV2::Route').map(([, { RouteKey, Target }]) => {
      const integration = propertiesOf(deployed(Target).replace('integrations/', ''))
      expect(integration.PayloadFormatVersion).toBe('2.0')
      return `${RouteKey} → ${deployed(integration.IntegrationUri)}`
    })
    const wanted = functions.flatMap(({ name, routes: own }) =>
      own.map((route) => `${route} → ${functionId(name)}.Arn`),
    )
    expect(routes.sort()).toEqual(wanted.sort())
  })

  test('the API may call those functions and no others', () => {
    const called = house
      .ofType('AWS::Lambda::Permission')
      .filter(([, p]) => p.Principal === 'apigateway.amazonaws.com')
      .map(([, p]) => deployed(p.FunctionName))
    const wanted = functions
      .filter(({ routes }) => routes.length > 0)
      .map(({ name }) => `${functionId(name)}.Arn`)
    expect(called.sort()).toEqual(wanted.sort())
  })

  test('a line of the access log holds nothing that identifies a person or opens a link', () => {
    const stage = house.the('AWS::ApiGatewayV2::Stage')
    const { Format } = stage.AccessLogSettings as { Format: string }
    expect(Object.values(JSON.parse(Format)).sort()).toEqual([
      '$context.requestId',
      '$context.responseLatency',
      '$context.routeKey',
      '$context.status',
    ])
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 })
  })

  test('an association’s own address replaces that of the API everywhere', () => {
    const own = buildStack({
      domainName: 'lernhaus.example.org',
      certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/1',
    })
    const origins = own
      .ofType('AWS::Lambda::Function')
      .map(([, p]) => (p.Environment as { Variables: Properties }).Variables.PUBLIC_ORIGIN)
    expect(new Set(origins)).toEqual(new Set(['https://lernhaus.example.org']))
    expect(own.the('AWS::Cognito::UserPoolClient')).toMatchObject({
      CallbackURLs: ['https://lernhaus.example.org/office/callback'],
    })
    expect(own.the('AWS::ApiGatewayV2::Api').DisableExecuteApiEndpoint).toBe(true)
    expect(own.outputs.Office?.Value).toBe('https://lernhaus.example.org/office')
  })

  test('a domain without its certificate is refused at once', () => {
    expect(() => buildStack({ domainName: 'lernhaus.example.org' })).toThrow('belong together')
  })
})

describe('how a function runs', () => {
  const environmentOf = ({ name }: FunctionEntry): Record<string, string> => {
    const { Variables } = propertiesOf(functionId(name)).Environment as { Variables: Properties }
    return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, deployed(value)]))
  }

  test.each(functions)('$name finds in its environment what it needs', (entry) => {
    const config = readConfig(environmentOf(entry))
    for (const { name } of tables) expect(config.tables[name]).toMatch(new RegExp(`^${name}table`))
    expect(config.publicOrigin).toMatch(/^https:\/\/api\w+\.execute-api\.eu-central-1\.amazonaws\.com$/i)
    expect(config.mailFrom).toBe(entry.sendsMail ? 'seminare@example.org' : '')
    expect(config.mailConfigurationSet).toMatch(entry.sendsMail ? /^mailrules/ : /^$/)
    expect(config.secretsPath).toBe(entry.meetingSecrets ? '/Lernhaus/meeting' : '')
    expect(config.signingKeys.join(' ')).toMatch(entry.signingKey ? /^signingkey/ : /^$/)
    expect(config.credentialKeys.join(' ')).toMatch(entry.signingKey ? /^credentialkey/ : /^$/)
    expect(config.openid.issuer).toMatch(
      entry.signsIn ? /^https:\/\/cognito-idp\.eu-central-1\.amazonaws\.com\/officepeople/ : /^$/,
    )
    expect(config.filesFolder).toBe(entry.files ? '/var/task/files' : '')
    expect(config.endpoints).toEqual({ dynamodb: '', ses: '', kms: '', ssm: '' })
  })

  test.each(functions)('$name runs on Node 24 with its time, memory and log', (entry) => {
    const made = propertiesOf(functionId(entry.name))
    expect(made).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: entry.timeoutSeconds,
      MemorySize: entry.memoryMegabytes,
      TracingConfig: { Mode: 'Active' },
    })
    expect(deployed((made.LoggingConfig as Properties).LogGroup)).toMatch(new RegExp(`^${entry.name}log`))
  })

  test('every log is forgotten after three months', () => {
    const logs = house.ofType('AWS::Logs::LogGroup')
    expect(logs).toHaveLength(functions.length + 1)
    for (const [, log] of logs) expect(log.RetentionInDays).toBe(90)
  })

  test('no function is told of a meeting server that may be plain or lie in an inner network', () => {
    const environments = house
      .ofType('AWS::Lambda::Function')
      .map(([, { Environment }]) => (Environment as { Variables?: object } | undefined)?.Variables ?? {})
    expect(environments.some((variables) => 'PUBLIC_ORIGIN' in variables)).toBe(true)
    expect(environments.filter((variables) => 'ROOM_ORIGIN' in variables)).toEqual([])
  })

  test('no secret stands in the environment of a function', () => {
    const names = functions.flatMap((entry) => Object.keys(environmentOf(entry)))
    expect(names.filter((name) => /SECRET|PASSWORD|TOKEN/.test(name))).toEqual([])
  })
})

describe('what runs by itself', () => {
  test('new mails and new work go to their functions, and a poisoned record holds nobody up', () => {
    const fed = house.ofType('AWS::Lambda::EventSourceMapping').map(([, mapping]) => {
      expect(mapping).toMatchObject({
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 5,
        MaximumRecordAgeInSeconds: 3600,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        StartingPosition: 'TRIM_HORIZON',
      })
      const { OnFailure } = mapping.DestinationConfig as { OnFailure: { Destination: unknown } }
      expect(deployed(OnFailure.Destination)).toMatch(/^failures/)
      const { Filters } = mapping.FilterCriteria as { Filters: { Pattern: string }[] }
      return {
        to: deployed(mapping.FunctionName),
        batch: mapping.BatchSize,
        filters: Filters.map(({ Pattern }) => JSON.parse(Pattern)),
      }
    })
    const wanted = functions.flatMap(({ name, outboxStream }) =>
      outboxStream
        ? {
            to: functionId(name),
            batch: outboxStream.batchSize,
            filters: [
              {
                eventName: ['INSERT', 'MODIFY'],
                dynamodb: { NewImage: { kind: { S: [outboxStream.kind] }, falls: { S: ['now'] } } },
              },
            ],
          }
        : [],
    )
    expect(fed).toEqual(wanted)
  })

  test('the clock is called every minute, and a missed minute is not made up for', () => {
    const rule = house.the('AWS::Events::Rule')
    expect(rule).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' })
    const targets = rule.Targets as { Arn: unknown; RetryPolicy: unknown }[]
    expect(targets.map(({ Arn, RetryPolicy }) => [deployed(Arn), RetryPolicy])).toEqual([
      [`${functionId('clock')}.Arn`, { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }],
    ])
  })

  test('the fate of mails is told to the function that notes it', () => {
    const destination = house.the('AWS::SES::ConfigurationSetEventDestination')
    expect(destination.EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: [
        'send',
        'delivery',
        'bounce',
        'complaint',
        'reject',
        'deliveryDelay',
        'renderingFailure',
      ],
    })
    const subscription = house.the('AWS::SNS::Subscription')
    expect(deployed(subscription.Endpoint)).toBe(`${functionId('delivery')}.Arn`)
    expect(house.the('AWS::SES::ConfigurationSet').DeliveryOptions).toEqual({
      TlsPolicy: 'REQUIRE',
    })
  })
})

describe('who is told, and who comes in', () => {
  test('each alarm has plain words and tells the one topic', () => {
    const alarms = house.ofType('AWS::CloudWatch::Alarm').map(([, alarm]) => alarm)
    expect(alarms.map(({ AlarmName }) => AlarmName)).toEqual([
      ...functions.map(({ name }) => `Lernhaus: ${name} fails`),
      'Lernhaus: faults in the logs',
      'Lernhaus: too busy',
      'Lernhaus: outbox waits for send',
      'Lernhaus: outbox waits for clock',
      'Lernhaus: something was given up',
      'Lernhaus: visitors see errors',
      'Lernhaus: many mails bounce',
      'Lernhaus: people report mails as spam',
      'Lernhaus: clock stands still',
    ])
    for (const { AlarmActions } of alarms)
      expect((AlarmActions as unknown[]).map(deployed)).toEqual([expect.stringMatching(/^alarms/)])
    expect(alarms.at(-1)).toMatchObject({ TreatMissingData: 'breaching', Period: 300, EvaluationPeriods: 2 })
  })

  test('what a function writes down as a fault is counted in the one metric of the alarm', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    log.fault(new Error('the unexpected'))
    const [line] = written.mock.calls[0] ?? []
    written.mockRestore()
    const filters = house.ofType('AWS::Logs::MetricFilter').map(([, filter]) => filter)
    expect(filters).toHaveLength(functions.length)
    for (const { FilterPattern, MetricTransformations } of filters) {
      expect(line).toContain(JSON.parse(String(FilterPattern)))
      expect(MetricTransformations).toMatchObject([{ MetricNamespace: 'Lernhaus', MetricName: 'Faults' }])
    }
  })

  test('alarms reach a person where one is named', () => {
    const told = buildStack({ alarmAddress: 'technik@example.org' }).ofType('AWS::SNS::Subscription')
    expect(told.map(([, p]) => p.Endpoint)).toContain('technik@example.org')
  })

  test('nobody signs up by themselves; passkeys and mailed codes open the office; the client has no secret', () => {
    expect(house.the('AWS::Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      WebAuthnUserVerification: 'required',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
    })
    expect(house.the('AWS::Cognito::UserPoolClient')).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
    })
    expect(house.the('AWS::Cognito::UserPoolDomain').ManagedLoginVersion).toBe(2)
  })

  test('the first administrator is known to the sign-in page and to the office, and to no other function', () => {
    const first = buildStack({ firstAdministrator: 'vorstand@example.org' })
    expect(first.the('AWS::Cognito::UserPoolUser').Username).toBe('vorstand@example.org')
    const knowing = first
      .ofType('AWS::Lambda::Function')
      .filter(([, p]) => JSON.stringify(p).includes('vorstand@example.org'))
    expect(knowing.map(([id]) => id)).toEqual([functionId('office')])
  })

  test('who deploys reads the addresses, the DNS records and the user pool', () => {
    expect(Object.keys(house.outputs).sort()).toEqual([
      'Catalog',
      'MailRecord1',
      'MailRecord2',
      'MailRecord3',
      'Office',
      'UserPool',
    ])
  })
})
