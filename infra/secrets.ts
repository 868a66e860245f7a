import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { accept } from './findings.ts'
import type { Lambda } from './lambda.ts'
import type { FunctionEntry } from './manifest.ts'

/** Under which path the secrets of the meeting servers lie; the office makes and removes them. */
export const secretsPathOf = (scope: Construct): string => `/${Stack.of(scope).stackName}/meeting`

/**
 * Opens the secrets below that path and nothing else. They are encrypted with the account's own key for parameters,
 * which opens to whoever may read the parameter; a key of ours would cost as much as all else in an idle month.
 */
export function grantSecrets(to: Lambda, right: NonNullable<FunctionEntry['meetingSecrets']>): void {
  const stack = Stack.of(to)
  const path = `parameter${secretsPathOf(to)}`
  to.addToRolePolicy(
    new PolicyStatement({
      actions: [
        'ssm:GetParameter',
        ...(right === 'write' ? ['ssm:PutParameter', 'ssm:DeleteParameter'] : []),
      ],
      resources: [stack.formatArn({ service: 'ssm', resource: path, resourceName: '*' })],
    }),
  )
  if (to.role)
    accept(
      to.role,
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:${path}/*]`,
      'One parameter per secret of a meeting server; coordinators set servers up while the house runs.',
    )
}
