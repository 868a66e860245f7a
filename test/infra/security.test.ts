import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../infra/bundle.ts'
import { type FunctionEntry, functions, tables } from '../../infra/manifest.ts'
import { buildStack, deployed, type Properties } from '../world/stack.ts'

const house = buildStack()
const full = buildStack({
  domainName: 'lernhaus.example.org',
  certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/1',
  mailDomain: 'verein.example',
  firstAdministrator: 'vorstand@verein.example',
  alarmAddress: 'technik@verein.example',
  signInPrefix: 'verein',
  signInMail: 'ses',
})

const { functionId, propertiesOf } = house

type Statement = { Action: string | string[]; Resource: unknown; Effect: string; Condition?: Properties }

/** What a resource in a policy is, in the words of the manifest. */
function thing(resource: unknown): string {
  const arn = deployed(resource)
  const table = tables.find(({ name }) => arn.startsWith(`${name}table`))?.name
  if (table)
    return arn.replace(/^\w+\.(Arn|StreamArn)/, (_, part) => (part === 'Arn' ? table : `stream of ${table}`))
  return arn.replace(/^arn:aws:(ses|ssm):eu-central-1:123456789012:/, '').replace(/[0-9A-F]{8}(\.Arn)?$/, '')
}

/** All that a function may do, one line each: `PutItem on catalog under line#*`. */
function rightsOf(name: string): string[] {
  const role = deployed(propertiesOf(functionId(name)).Role).replace('.Arn', '')
  expect(propertiesOf(role).ManagedPolicyArns).toBeUndefined()
  return house
    .ofType('AWS::IAM::Policy')
    .filter(([, policy]) => (policy.Roles as unknown[]).map(deployed).includes(role))
    .flatMap(([, policy]) => (policy.PolicyDocument as { Statement: Statement[] }).Statement)
    .flatMap(({ Action, Resource, Condition, Effect }) => {
      expect(Effect).toBe('Allow')
      const under = Condition
        ? ` under ${Object.values(Object.values(Condition)[0] ?? {})
            .flat()
            .join()}`
        : ''
      return [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((r) => `${action} on ${thing(r)}${under}`))
    })
    .sort()
}

const reading = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem']
const writing = [...reading, 'PutItem', 'UpdateItem', 'DeleteItem']

/** The one that signs certificates, the other that signs credentials. */
const bothKeys = ['signingkey', 'credentialkey']

/** What the manifest grants, written the same way. */
function rightsByManifest(entry: FunctionEntry): string[] {
  const tableRights = tables.flatMap(({ name, dueIndex }) => {
    const rights = entry.tables[name] ?? []
    const own = rights.flatMap(({ may, keys }) =>
      (may === 'write' ? writing : reading).map(
        (action) => `dynamodb:${action} on ${name}${keys ? ` under ${keys.map((k) => `${k}*`).join()}` : ''}`,
      ),
    )
    return rights.length > 0 && dueIndex ? [...own, `dynamodb:Query on ${name}/index/due`] : own
  })
  const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
  return [
    ...tableRights,
    `logs:CreateLogStream on ${entry.name}log`,
    `logs:PutLogEvents on ${entry.name}log`,
    'xray:PutTelemetryRecords on *',
    'xray:PutTraceSegments on *',
    ...(entry.outboxStream ? stream.map((action) => `dynamodb:${action} on stream of outbox`) : []),
    ...(entry.outboxStream || entry.mailEvents
      ? ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'].map((action) => `sqs:${action} on failures`)
      : []),
    ...(entry.sendsMail
      ? ['configuration-set/mailrules', 'identity/maildomain'].map(
          (what) => `ses:SendRawEmail on ${what} under seminare@example.org`,
        )
      : []),
    ...(entry.sendsMail ? ['ses:GetSendQuota on *'] : []),
    ...(entry.signingKey ? bothKeys.map((key) => `kms:GetPublicKey on ${key}`) : []),
    ...(entry.signingKey === 'sign' ? bothKeys.map((key) => `kms:Sign on ${key}`) : []),
    ...(entry.meetingSecrets ? ['ssm:GetParameter on parameter/Lernhaus/meeting/*'] : []),
    ...(entry.meetingSecrets === 'write'
      ? ['Put', 'Delete'].map((verb) => `ssm:${verb}Parameter on parameter/Lernhaus/meeting/*`)
      : []),
  ].sort()
}

describe('what a function may do', () => {
  test.each(functions)('$name has the rights of the manifest and no other', (entry) => {
    expect(rightsOf(entry.name)).toEqual(rightsByManifest(entry))
  })

  const whoMay = (right: RegExp): string[] =>
    functions.map(({ name }) => name).filter((name) => rightsOf(name).some((line) => right.test(line)))

  test('what shows public pages reads public facts, and nothing else', () => {
    const onData = rightsOf('web').filter((line) => line.startsWith('dynamodb:'))
    expect(onData).toEqual(reading.map((action) => `dynamodb:${action} on catalog`).sort())
  })

  test('few may send mails, and one may sign', () => {
    expect(whoMay(/^ses:/)).toEqual(['send', 'clock'])
    expect(whoMay(/^kms:Sign/)).toEqual(['clock'])
    expect(whoMay(/^kms:/)).toEqual(['certificate', 'clock'])
    expect(whoMay(/^ssm:GetParameter/)).toEqual(['session', 'attendance', 'office', 'clock'])
    expect(whoMay(/^ssm:(Put|Delete)/)).toEqual(['office'])
  })

  test('who verifies certificates can change nothing but how often it was asked, and the key for that', () => {
    const changes = rightsOf('certificate').filter((line) => /PutItem|UpdateItem|DeleteItem/.test(line))
    expect(new Set(changes.map((line) => line.replace(/^\S+ on /, '')))).toEqual(
      new Set(['office under key#lookup*', 'outbox under lookup#*']),
    )
  })

  test('who enrolls moves the line of a seminar and cannot change the seminar', () => {
    const changes = rightsOf('enrollment').filter((line) => /UpdateItem on (catalog|office)/.test(line))
    expect(changes).toEqual([
      'dynamodb:UpdateItem on catalog under line#*',
      'dynamodb:UpdateItem on office under key#*',
    ])
  })

  test('no right is given by a wildcard in its name', () => {
    expect(functions.flatMap(({ name }) => rightsOf(name)).filter((line) => /^\S*\*/.test(line))).toEqual([])
  })

  test('each function has a role of its own', () => {
    const roles = house.ofType('AWS::Lambda::Function').map(([, p]) => deployed(p.Role))
    expect(new Set(roles).size).toBe(functions.length)
  })
})

describe('what is kept', () => {
  test.each(tables)('$name can be restored where it says so, and is not deleted by accident', (entry) => {
    const [id, table] =
      house.ofType('AWS::DynamoDB::GlobalTable').find(([i]) => i.startsWith(`${entry.name}table`)) ?? []
    expect(table).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: entry.restorable },
        },
      ],
    })
    expect(house.resources[id ?? '']?.DeletionPolicy).toBe('Retain')
    expect(table?.TimeToLiveSpecification).toEqual(
      entry.expires ? { AttributeName: 'expires', Enabled: true } : undefined,
    )
    expect(table?.StreamSpecification).toEqual(entry.stream ? { StreamViewType: 'NEW_IMAGE' } : undefined)
    expect(table?.GlobalSecondaryIndexes).toEqual(
      entry.dueIndex
        ? [
            {
              IndexName: 'due',
              KeySchema: [
                { AttributeName: 'dueShard', KeyType: 'HASH' },
                { AttributeName: 'due', KeyType: 'RANGE' },
              ],
              Projection: { ProjectionType: 'ALL' },
            },
          ]
        : undefined,
    )
  })

  test('the key that signs certificates and the people of the office outlive the stack', () => {
    const kept = Object.values(house.resources).filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
    expect(kept.map(({ Type }) => Type).sort()).toEqual([
      'AWS::Cognito::UserPool',
      ...tables.map(() => 'AWS::DynamoDB::GlobalTable'),
      'AWS::KMS::Key',
      'AWS::KMS::Key',
    ])
    expect(house.ofType('AWS::KMS::Key').map(([, { KeySpec, KeyUsage }]) => [KeySpec, KeyUsage])).toEqual([
      ['ECC_NIST_P256', 'SIGN_VERIFY'],
      ['ECC_NIST_EDWARDS25519', 'SIGN_VERIFY'],
    ])
  })
})

test('a change of keys adds a pair: the newest signs, the older ones stay, and all of them are known', () => {
  const changed = buildStack({ keyGeneration: '2' })
  const kept = changed.ofType('AWS::KMS::Key').map(([id]) => id)
  expect(kept.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
    'signingkey2',
    'signingkey',
    'credentialkey2',
    'credentialkey',
  ])
  for (const id of kept) expect(changed.resources[id]?.DeletionPolicy).toBe('Retain')
  // The pair that was there before is the same pair.
  for (const [id] of house.ofType('AWS::KMS::Key')) expect(kept).toContain(id)
  const statements = changed
    .ofType('AWS::IAM::Policy')
    .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Properties[] }).Statement)
  const keysOf = (action: string) =>
    statements
      .filter(({ Action }) => Action === action)
      .map(({ Resource }) => kept.filter((id) => JSON.stringify(Resource).includes(`"${id}"`)))
  expect(keysOf('kms:Sign')).toEqual([[kept[0], kept[2]]])
  expect(keysOf('kms:GetPublicKey')).toEqual([kept, kept])
  expect(() => buildStack({ keyGeneration: '0' })).toThrow('keyGeneration')
})

const findings = (stack: Stack): string[] =>
  new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName)

describe('security checks (cdk-nag)', () => {
  test.each([
    ['as it comes', house],
    ['with everything set', full],
  ])('nothing is found that was not accepted with a reason: %s', (_, { stack }) => {
    expect(findings(stack)).toEqual([])
  })

  test('the checks would see a queue that answers without TLS', () => {
    const careless = new Stack()
    new Queue(careless, 'open')
    expect(findings(careless)).toContain('AwsSolutions-SQS4')
  })
})

test('the app makes its template offline, without credentials, with the checks in force', {
  timeout: 60_000,
}, () => {
  const outdir = mkdtempSync(join(tmpdir(), 'lernhaus-app-'))
  const flags = JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')).context
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: projectFolder,
    env: {
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...flags, 'aws:cdk:bundling-stacks': [] }),
    },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const template = JSON.parse(readFileSync(join(outdir, 'Lernhaus.template.json'), 'utf8'))
  expect(Object.keys(template.Resources)).toEqual(Object.keys(house.resources))
  rmSync(outdir, { recursive: true, force: true })
})

const linter = spawnSync('cfn-lint', ['--version'])
const linterIsHere = !linter.error && linter.status === 0
if (!linterIsHere) console.warn('SKIPPED: cfn-lint is not on this machine, so the template was not linted')

describe('cfn-lint', () => {
  test.skipIf(!linterIsHere)('finds no errors in the template', { timeout: 60_000 }, () => {
    const { stdout, status } = spawnSync(
      'cfn-lint',
      ['--regions', 'eu-central-1', '--ignore-checks', 'W', '--', house.file, full.file],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})
