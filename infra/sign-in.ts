import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolUser,
  FeaturePlan,
  ManagedLoginVersion,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { accept } from './findings.ts'
import type { Setting } from './setting.ts'

/** Where the office sends people to sign in; `logout` wants `client_id` and `logout_uri` in its query. */
export type SignIn = { issuer: string; client: string; logout: string }

/**
 * The people of the office and their sign-in page: a passkey, or a code by mail. Nobody signs up by themselves.
 *
 * The client has no secret: code and PKCE bind the answer to the browser that asked, and a secret would have to be
 * fetched, kept and rotated by somebody. The session is a record on our side, so tokens live for minutes only.
 */
export function makeSignIn(scope: Construct, origin: string, setting: Setting): SignIn {
  const pool = makePool(scope, setting)
  const domain = pool.addDomain('sign-in-domain', {
    cognitoDomain: { domainPrefix: setting.signInPrefix || `lernhaus-${Aws.ACCOUNT_ID}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
  const client = pool.addClient('office-client', {
    generateSecret: false,
    authFlows: { user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${origin}/office/callback`],
      logoutUrls: ['/', '/office', '/office/signed-out'].map((path) => `${origin}${path}`),
    },
    preventUserExistenceErrors: true,
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
  })
  new CfnManagedLoginBranding(scope, 'sign-in-look', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  })
  new CfnOutput(scope, 'UserPool', {
    description: 'The user pool of the office; people are added here',
    value: pool.userPoolId,
  })
  return {
    issuer: `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${pool.userPoolId}`,
    client: client.userPoolClientId,
    logout: `${domain.baseUrl()}/logout`,
  }
}

function makePool(scope: Construct, { firstAdministrator, ...setting }: Setting): UserPool {
  const pool = new UserPool(scope, 'office-people', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    standardAttributes: { email: { required: true, mutable: true } },
    // Cognito insists on passwords being possible; nobody is given one.
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
    passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    passwordPolicy: {
      minLength: 16,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    ...(setting.signInMail === 'ses' && { email: ownMail(setting) }),
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  accept(
    pool,
    'AwsSolutions-COG2',
    'A passkey is two factors in one (user verification is required); Cognito forbids passkeys and mailed codes where a second step is demanded.',
  )
  accept(
    pool,
    'AwsSolutions-COG8',
    'Threat protection costs per person and month; sign-in without passwords leaves it little to find.',
  )
  if (firstAdministrator) {
    new CfnUserPoolUser(scope, 'first-administrator', {
      userPoolId: pool.userPoolId,
      username: firstAdministrator,
      // No invitation with a password: the sign-in page sends a code.
      messageAction: 'SUPPRESS',
      userAttributes: [
        { name: 'email', value: firstAdministrator },
        { name: 'email_verified', value: 'true' },
      ],
    })
  }
  return pool
}

const ownMail = ({ mailDomain, mailFrom }: Pick<Setting, 'mailDomain' | 'mailFrom'>): UserPoolEmail =>
  UserPoolEmail.withSES({ fromEmail: mailFrom, sesVerifiedDomain: mailDomain, sesRegion: Aws.REGION })
