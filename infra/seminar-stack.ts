import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { makeFailureQueue, raiseAlarms } from './alarms.ts'
import { leadRoutes, makeDoors } from './api.ts'
import { callEveryMinute } from './clock.ts'
import { grantSigningKeys, makeSigningKeys, namesOf } from './keys.ts'
import { type Environment, makeLambda } from './lambda.ts'
import { grantSending, makePost, tellDelivery } from './mail.ts'
import { type FunctionEntry, functions } from './manifest.ts'
import { grantSecrets, secretsPathOf } from './secrets.ts'
import type { Setting } from './setting.ts'
import { makeSignIn } from './sign-in.ts'
import { feedFromOutbox, grantTables, makeTables, tableNamesFor } from './tables.ts'

/** The whole house in AWS on one page: what there is, and which function is led to what. */
export class SeminarStack extends Stack {
  constructor(scope: Construct, id: string, { setting, ...props }: StackProps & { setting: Setting }) {
    super(scope, id, props)

    const tables = makeTables(this)
    const doors = makeDoors(this, setting)
    const post = makePost(this, setting)
    const signIn = makeSignIn(this, doors.origin, setting)
    const signingKeys = makeSigningKeys(this, setting)
    const failures = makeFailureQueue(this)

    const environmentOf = (entry: FunctionEntry): Environment => ({
      ...tableNamesFor(tables),
      PUBLIC_ORIGIN: doors.origin,
      ...(entry.sendsMail && {
        MAIL_FROM: post.from,
        MAIL_CONFIGURATION_SET: post.rules.configurationSetName,
      }),
      ...(entry.signingKey && {
        SIGNING_KEYS: namesOf(signingKeys.certificates),
        CREDENTIAL_KEYS: namesOf(signingKeys.credentials),
      }),
      ...(entry.meetingSecrets && { MEETING_PARAMETERS: secretsPathOf(this) }),
      ...(entry.signsIn && {
        OPENID_ISSUER: signIn.issuer,
        OPENID_CLIENT: signIn.client,
        OPENID_LOGOUT: signIn.logout,
        FIRST_ADMINISTRATOR: setting.firstAdministrator,
      }),
    })

    const running = functions.map((entry) => ({
      entry,
      lambda: makeLambda(this, entry, environmentOf(entry)),
    }))
    for (const { entry, lambda } of running) {
      grantTables(lambda, entry.tables, tables)
      leadRoutes(doors, entry.routes, lambda)
      if (entry.outboxStream) feedFromOutbox(lambda, tables.outbox, entry.outboxStream, failures)
      if (entry.mailEvents) tellDelivery(lambda, post, failures)
      if (entry.sendsMail) grantSending(lambda, post)
      if (entry.signingKey) grantSigningKeys(lambda, entry.signingKey, signingKeys)
      if (entry.meetingSecrets) grantSecrets(lambda, entry.meetingSecrets)
    }
    const everyMinute = callEveryMinute(
      this,
      running.filter(({ entry }) => entry.everyMinute).map(({ lambda }) => lambda),
    )
    raiseAlarms(this, { running, everyMinute, failures, doors, post }, setting)

    new CfnOutput(this, 'Catalog', { description: 'The public catalog', value: `${doors.origin}/` })
    new CfnOutput(this, 'Office', { description: 'The office', value: `${doors.origin}/office` })
  }
}
