import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { fallsNow } from '../functions/aws/table-item.ts'
import type { TableName } from '../functions/kernel/table.ts'
import { accept } from './findings.ts'
import type { Environment, Lambda } from './lambda.ts'
import { tables as entries, type FunctionEntry, type TableEntry, tableEnvironment } from './manifest.ts'

/** The house's tables. */
export type Tables = Record<TableName, TableV2>

type TableVariable = 'CATALOG_TABLE' | 'PEOPLE_TABLE' | 'OUTBOX_TABLE' | 'OFFICE_TABLE' | 'SENSITIVE_TABLE'

const readActions = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:ConditionCheckItem',
] as const
const writeActions = [
  ...readActions,
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
] as const

/** Makes the tables of the manifest; they outlive the stack, whatever somebody deletes. */
export function makeTables(scope: Construct): Tables {
  const made = entries.map((entry) => [entry.name, makeTable(scope, entry)] as const)
  return Object.fromEntries(made) as Tables
}

function makeTable(scope: Construct, entry: TableEntry): TableV2 {
  const text = (name: string) => ({ name, type: AttributeType.STRING })
  const table = new TableV2(scope, `${entry.name}-table`, {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: entry.restorable },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    // Encrypted with a key of Amazon's: a key of our own would cost as much as everything else in an idle month, and
    // would keep out nobody whom the roles let in.
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    ...(entry.expires && { timeToLiveAttribute: 'expires' }),
    ...(entry.stream && { dynamoStream: StreamViewType.NEW_IMAGE }),
    ...(entry.dueIndex && {
      globalSecondaryIndexes: [
        {
          indexName: 'due',
          partitionKey: text('dueShard'),
          sortKey: text('due'),
          projectionType: ProjectionType.ALL,
        },
      ],
    }),
  })
  if (!entry.restorable)
    accept(table, 'AwsSolutions-DDB3', 'What is deleted here must be gone, and it lives for some weeks only.')
  return table
}

/** By which names a function finds the tables. All of them are named to all; the rights say which of them open. */
export const tableNamesFor = (tables: Tables): Pick<Environment, TableVariable> =>
  Object.fromEntries(entries.map(({ name }) => [tableEnvironment[name], tables[name].tableName])) as Pick<
    Environment,
    TableVariable
  >

/** Gives a function exactly the rights to tables that the manifest names. */
export function grantTables(to: Lambda, rights: FunctionEntry['tables'], tables: Tables): void {
  for (const { name, dueIndex } of entries) {
    for (const { may, keys } of rights[name] ?? []) {
      to.addToRolePolicy(
        new PolicyStatement({
          actions: [...(may === 'write' ? writeActions : readActions)],
          resources: [tables[name].tableArn],
          // Each of these actions carries its keys, so "for all of them" never holds for want of any.
          ...(keys && {
            conditions: {
              'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys.map((key) => `${key}*`) },
            },
          }),
        }),
      )
    }
    if (dueIndex && rights[name]) {
      to.addToRolePolicy(
        new PolicyStatement({
          actions: ['dynamodb:Query'],
          resources: [`${tables[name].tableArn}/index/due`],
        }),
      )
    }
  }
}

/**
 * Feeds a function what is due in the outbox the moment it is written; what is due later the clock takes up. What fails again and again leaves a note in the failure queue and does
 * not block what comes after it: the item itself is still due, and the clock takes it up.
 */
export function feedFromOutbox(
  to: Lambda,
  outbox: TableV2,
  { kind, batchSize }: NonNullable<FunctionEntry['outboxStream']>,
  failures: IQueue,
): void {
  to.addEventSource(
    new DynamoEventSource(outbox, {
      // From the oldest record on: what was committed while the mapping was being made or remade is not passed over,
      // and what was done before is recognized, because the item is read again.
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: {
            NewImage: { kind: { S: FilterRule.isEqual(kind) }, falls: { S: FilterRule.isEqual(fallsNow) } },
          },
        }),
      ],
      batchSize,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(failures),
    }),
  )
}
