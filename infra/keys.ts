import { RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Lambda } from './lambda.ts'
import type { FunctionEntry } from './manifest.ts'
import type { Setting } from './setting.ts'

/** The keys of the house, the newest first: only that one signs, and what an older one signed verifies on. */
export type SigningKeys = { certificates: readonly Key[]; credentials: readonly Key[] }

/**
 * P-256 signs certificates, and credentials as JWT; Ed25519 signs credentials with the proof inside. No key leaves KMS
 * or is ever deleted: old certificates verify for ever, so a change of keys adds a pair and takes none away.
 */
export function makeSigningKeys(scope: Construct, { keyGeneration }: Setting): SigningKeys {
  const generations = Array.from({ length: keyGeneration }, (_, i) => keyGeneration - i)
  const make = (name: string, keySpec: KeySpec, description: string) =>
    generations.map(
      (generation) =>
        new Key(scope, generation === 1 ? name : `${name}-${generation}`, {
          description,
          keySpec,
          keyUsage: KeyUsage.SIGN_VERIFY,
          removalPolicy: RemovalPolicy.RETAIN,
        }),
    )
  return {
    certificates: make('signing-key', KeySpec.ECC_NIST_P256, 'Signs the certificates of Lernhaus'),
    credentials: make('credential-key', KeySpec.ECC_NIST_EDWARDS25519, 'Signs the credentials of Lernhaus'),
  }
}

/** As a function finds them in its environment. */
export const namesOf = (keys: readonly Key[]): string => keys.map(({ keyArn }) => keyArn).join(' ')

/** Whoever signs does so with the newest; whoever verifies needs only the public halves, of all. */
export function grantSigningKeys(
  to: Lambda,
  right: NonNullable<FunctionEntry['signingKey']>,
  { certificates, credentials }: SigningKeys,
): void {
  const grant = (actions: string[], keys: readonly Key[]) =>
    to.addToRolePolicy(new PolicyStatement({ actions, resources: keys.map(({ keyArn }) => keyArn) }))
  grant(['kms:GetPublicKey'], [...certificates, ...credentials])
  if (right === 'sign') grant(['kms:Sign'], [...certificates.slice(0, 1), ...credentials.slice(0, 1)])
}
