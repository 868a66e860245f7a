import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { AssetHashType, DockerImage } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { bundleInto, projectFolder } from './bundle.ts'
import { accept } from './findings.ts'
import type { FunctionEntry } from './manifest.ts'

/** The environment of a function, by the names that `functions/aws/config.ts` reads; endpoints are for one machine only. */
export type Environment = {
  CATALOG_TABLE: string
  PEOPLE_TABLE: string
  OUTBOX_TABLE: string
  OFFICE_TABLE: string
  SENSITIVE_TABLE: string
  PUBLIC_ORIGIN: string
  MAIL_FROM?: string
  MAIL_CONFIGURATION_SET?: string
  SIGNING_KEYS?: string
  CREDENTIAL_KEYS?: string
  MEETING_PARAMETERS?: string
  OPENID_ISSUER?: string
  OPENID_CLIENT?: string
  OPENID_LOGOUT?: string
  FIRST_ADMINISTRATOR?: string
}

/** A function in AWS. */
export type Lambda = lambda.Function

/**
 * The one way to make a Lambda: its own role without any right but to log and to be traced, its own log group, the
 * bundle of its entry. Every further right is given by whoever owns the thing.
 */
export function makeLambda(
  scope: Construct,
  entry: FunctionEntry,
  environment: Environment,
): lambda.Function {
  const role = new Role(scope, `${entry.name}-role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${entry.name} may do`,
  })
  const logGroup = makeLogGroup(scope, entry.name)
  logGroup.grantWrite(role)
  const made = new lambda.Function(scope, entry.name, {
    description: entry.purpose,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    handler: 'index.handler',
    code: codeOf(entry),
    role,
    logGroup,
    environment: { ...environment, ...(entry.files && { FILES_FOLDER: '/var/task/files' }) },
    timeout: Duration.seconds(entry.timeoutSeconds),
    memorySize: entry.memoryMegabytes,
    tracing: lambda.Tracing.ACTIVE,
  })
  accept(
    role,
    'AwsSolutions-IAM5[Resource::*]',
    'X-Ray knows no resources, its two actions only hand in traces; SES tells its pace (GetSendQuota) of the account only.',
  )
  return made
}

/** Logs hold ids, codes and numbers only; a volunteer looks once in a while, so they stay for three months. */
export function makeLogGroup(scope: Construct, name: string): LogGroup {
  return new LogGroup(scope, `${name}-log`, {
    logGroupName: `/${Stack.of(scope).stackName}/${name}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  })
}

/**
 * Bundled in this process, never in a container: the image is named only because the type asks for one. The command
 * is never run either; it tells CDK that two functions of the same folder are two bundles.
 */
function codeOf(entry: FunctionEntry): lambda.Code {
  return lambda.Code.fromAsset(projectFolder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      command: [entry.name],
      local: {
        tryBundle(folder) {
          bundleInto(folder, entry)
          return true
        },
      },
    },
  })
}
