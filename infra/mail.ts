import { CfnOutput, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Lambda } from './lambda.ts'
import type { Setting } from './setting.ts'

/** The post: in whose name mails go out, by which rules, and where their fate is told. */
export type Post = { identity: EmailIdentity; rules: ConfigurationSet; events: Topic; from: string }

/** Makes the identity of the mail domain and the rules; its DNS records are among the stack's outputs. */
export function makePost(scope: Construct, { mailDomain, mailFrom }: Setting): Post {
  const rules = new ConfigurationSet(scope, 'mail-rules', {
    // Mails carry names and personal links: rather bounced than readable on the way.
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
  })
  const events = new Topic(scope, 'mail-events', { displayName: 'What became of mails', enforceSSL: true })
  rules.addEventDestination('mail-events', {
    destination: EventDestination.snsTopic(events),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.DELIVERY_DELAY,
      EmailSendingEvent.RENDERING_FAILURE,
    ],
  })
  const identity = new EmailIdentity(scope, 'mail-domain', {
    identity: Identity.domain(mailDomain),
    configurationSet: rules,
    // Bounces come as events; a copy by mail would go to an address that nobody reads.
    feedbackForwarding: false,
  })
  identity.dkimRecords.forEach(({ name, value }, i) => {
    new CfnOutput(scope, `MailRecord${i + 1}`, {
      description: 'DNS: a CNAME record so that mails are believed (DKIM), as name = value',
      value: `${name} = ${value}`,
    })
  })
  return { identity, rules, events, from: mailFrom }
}

/** Lets a function send mails: only as the house's own address, only by the rules. */
export function grantSending(to: Lambda, { identity, rules, from }: Post): void {
  const rulesArn = Stack.of(rules).formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: rules.configurationSetName,
  })
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [identity.emailIdentityArn, rulesArn],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    }),
  )
  // How fast it may be; that is told of the account, and of nothing smaller.
  to.addToRolePolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }))
}

/** Tells a function what became of mails; what it fails to note three times waits in the failure queue. */
export function tellDelivery(to: Lambda, { events }: Post, failures: IQueue): void {
  to.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(failures) })
  events.addSubscription(new LambdaSubscription(to, { deadLetterQueue: failures }))
}
