import { Aws, Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Rule } from 'aws-cdk-lib/aws-events'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Doors } from './api.ts'
import { accept } from './findings.ts'
import type { Lambda } from './lambda.ts'
import type { Post } from './mail.ts'
import type { FunctionEntry } from './manifest.ts'
import type { Setting } from './setting.ts'

/** Where notes about records lie that a function failed to take up, for two weeks. */
export function makeFailureQueue(scope: Construct): Queue {
  const queue = new Queue(scope, 'failures', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  accept(queue, 'AwsSolutions-SQS3', 'It is itself where failed things go; a human empties it.')
  return queue
}

/** A function and what the manifest says of it. */
export type Running = { entry: FunctionEntry; lambda: Lambda }

/** What is watched. */
export type Watched = {
  running: readonly Running[]
  failures: Queue
  doors: Doors
  post: Post
  /** The rule that calls the clock. */
  everyMinute: Rule
}

type Worry = {
  /** What the mail about it says first, in plain words. */
  name: string
  means: string
  metric: IMetric
  atLeast: number
  /** How many periods in a row. */
  periods?: number
  less?: true
}

const fiveMinutes = Duration.minutes(5)

/** Few alarms, each of which somebody must look at; they tell one topic, and by it one mail address. */
export function raiseAlarms(scope: Construct, watched: Watched, { alarmAddress }: Setting): void {
  const topic = new Topic(scope, 'alarms', { displayName: 'Lernhaus needs a look', enforceSSL: true })
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  )
  if (alarmAddress) topic.addSubscription(new EmailSubscription(alarmAddress))
  const house = Stack.of(scope).stackName
  for (const worry of worriesAbout(watched)) {
    const alarm = new Alarm(scope, `alarm: ${worry.name}`, {
      alarmName: `${house}: ${worry.name}`,
      alarmDescription: worry.means,
      metric: worry.metric,
      threshold: worry.atLeast,
      evaluationPeriods: worry.periods ?? 1,
      comparisonOperator: worry.less
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: worry.less ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(topic))
    alarm.addOkAction(new SnsAction(topic))
  }
}

const worriesAbout = (watched: Watched): Worry[] => [
  ...watched.running.map(({ entry, lambda }) => ({
    name: `${entry.name} fails`,
    means: `The function "${entry.name}" ended with a fault. Its log says where.`,
    metric: lambda.metricErrors({ period: fiveMinutes, statistic: 'Sum' }),
    atLeast: 1,
  })),
  {
    name: 'faults in the logs',
    means:
      'A function met something that nobody expected, and went on. A line of its log says "fault" and where.',
    metric: faultsIn(watched.running),
    atLeast: 1,
  },
  {
    name: 'too busy',
    means: 'Lambda turned calls away: more at once than this account may run. Ask Amazon for a higher limit.',
    // Over the whole account, because so is the limit.
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      period: fiveMinutes,
      statistic: 'Sum',
    }),
    atLeast: 1,
  },
  ...watched.running
    .filter(({ entry }) => entry.outboxStream)
    .map(({ entry, lambda }) => ({
      name: `outbox waits for ${entry.name}`,
      means: `New mails or due work wait for more than ten minutes before "${entry.name}" takes them up.`,
      metric: lambda.metric('IteratorAge', { period: fiveMinutes, statistic: 'Maximum' }),
      atLeast: Duration.minutes(10).toMilliseconds(),
    })),
  {
    name: 'something was given up',
    means: 'A record was tried again and again and then laid into the failure queue.',
    metric: watched.failures.metricApproximateNumberOfMessagesVisible({
      period: fiveMinutes,
      statistic: 'Maximum',
    }),
    atLeast: 1,
  },
  {
    name: 'visitors see errors',
    means: 'At least five pages in five minutes ended with a server error.',
    metric: watched.doors.api.metricServerError({ period: fiveMinutes, statistic: 'Sum' }),
    atLeast: 5,
  },
  ...postWorries(watched.post),
  {
    name: 'clock stands still',
    means: 'The minute function was not called for ten minutes: no reminders, no promotions, no mails again.',
    metric: new Metric({
      namespace: 'AWS/Events',
      metricName: 'Invocations',
      dimensionsMap: { RuleName: watched.everyMinute.ruleName },
      period: fiveMinutes,
      statistic: 'Sum',
    }),
    atLeast: 1,
    periods: 2,
    less: true,
  },
]

/**
 * Counts the faults that the functions wrote down (`functions/aws/log.ts`). Doors answer them with a page and the
 * clock goes on with its next task, so Lambda itself sees no error.
 */
function faultsIn(running: readonly Running[]): IMetric {
  const filters = running.map(({ lambda }) =>
    lambda.logGroup.addMetricFilter('faults', {
      filterPattern: FilterPattern.literal(String.raw`"\"message\":\"fault\""`),
      metricNamespace: Stack.of(lambda).stackName,
      metricName: 'Faults',
    }),
  )
  const [first] = filters
  if (!first) throw new Error('no function to watch')
  // All of them count in the one metric.
  return first.metric({ period: fiveMinutes, statistic: 'Sum' })
}

/** Amazon looks closer from 5 % bounces or 0.1 % complaints on, and stops an account's mails at twice and five times that. */
const postWorries = ({ rules }: Post): Worry[] =>
  [
    {
      name: 'many mails bounce',
      rate: 'BounceRate',
      atLeast: 0.04,
      means: 'Of 100 mails, 4 or more reach nobody.',
    },
    {
      name: 'people report mails as spam',
      rate: 'ComplaintRate',
      atLeast: 0.0008,
      means: 'Of 10,000 mails, 8 or more are reported as spam.',
    },
  ].map(({ name, rate, atLeast, means }) => ({
    name,
    means: `${means} Amazon stops the mails of accounts where this goes on.`,
    metric: new Metric({
      namespace: 'AWS/SES',
      metricName: `Reputation.${rate}`,
      dimensionsMap: { 'ses:configuration-set': rules.configurationSetName },
      period: Duration.hours(1),
      statistic: 'Average',
    }),
    atLeast,
  }))
