import { join } from 'node:path'

/** The environment of a bundle outside AWS; the endpoints stand for DynamoDB and SES where a test has them. */
export const lambdaEnvironment = (
  folder: string,
  more: Record<string, string> = {},
): Record<string, string> => ({
  CATALOG_TABLE: 'lernhaus-catalog',
  PEOPLE_TABLE: 'lernhaus-people',
  OUTBOX_TABLE: 'lernhaus-outbox',
  OFFICE_TABLE: 'lernhaus-office',
  SENSITIVE_TABLE: 'lernhaus-sensitive',
  PUBLIC_ORIGIN: 'https://lernhaus.example.org',
  MAIL_FROM: 'seminare@lernhaus.example.org',
  MAIL_CONFIGURATION_SET: 'rules',
  SIGNING_KEYS: 'signing-key',
  CREDENTIAL_KEYS: 'credential-key',
  OPENID_CLIENT: 'office',
  OPENID_ISSUER: 'https://openid.lernhaus.example.org',
  FILES_FOLDER: join(folder, 'files'),
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  ...more,
})
