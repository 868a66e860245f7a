import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Construct } from 'constructs'
import type { Lambda } from './lambda.ts'

/**
 * Calls these functions every minute. A call that fails or comes late is dropped, not repeated: the next minute does
 * what is due all the same, and two at once would only get into each other's way.
 */
export function callEveryMinute(scope: Construct, lambdas: readonly Lambda[]): Rule {
  const once = { retryAttempts: 0, maxEventAge: Duration.minutes(1) }
  for (const lambda of lambdas) lambda.configureAsyncInvoke(once)
  return new Rule(scope, 'every-minute', {
    description: 'The clock of Lernhaus',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: lambdas.map((lambda) => new LambdaFunction(lambda, once)),
  })
}
