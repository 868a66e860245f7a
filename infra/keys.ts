import { RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Lambda } from './lambda.ts'
import type { FunctionEntry } from './manifest.ts'

/** The key that signs certificates. It never leaves KMS and is never deleted: old certificates verify for ever. */
export const makeSigningKey = (scope: Construct): Key =>
  new Key(scope, 'signing-key', {
    description: 'Signs the certificates of Lernhaus',
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  })

/** Whoever signs also verifies; whoever verifies needs only the public half. */
export function grantSigningKey(to: Lambda, right: NonNullable<FunctionEntry['signingKey']>, key: Key): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: right === 'sign' ? ['kms:Sign', 'kms:GetPublicKey'] : ['kms:GetPublicKey'],
      resources: [key.keyArn],
    }),
  )
}
