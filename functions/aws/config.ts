import * as v from 'valibot'
import type { TableName } from '../kernel/table.ts'

const word = v.pipe(v.string(), v.minLength(1))
const optionalWord = v.optional(v.string(), '')

/** The environment of a function, by the names that `infra/manifest.ts` gives it. Endpoints are empty in AWS. */
const environmentSchema = v.object({
  CATALOG_TABLE: word,
  PEOPLE_TABLE: word,
  OUTBOX_TABLE: word,
  OFFICE_TABLE: word,
  SENSITIVE_TABLE: word,
  PUBLIC_ORIGIN: v.pipe(v.string(), v.url()),
  MAIL_FROM: optionalWord,
  MAIL_CONFIGURATION_SET: optionalWord,
  SIGNING_KEYS: optionalWord,
  CREDENTIAL_KEYS: optionalWord,
  OPENID_ISSUER: optionalWord,
  OPENID_CLIENT: optionalWord,
  OPENID_SECRET: optionalWord,
  OPENID_LOGOUT: optionalWord,
  FIRST_ADMINISTRATOR: optionalWord,
  ROOM_ORIGIN: optionalWord,
  MEETING_PARAMETERS: optionalWord,
  FILES_FOLDER: optionalWord,
  DYNAMODB_ENDPOINT: optionalWord,
  SES_ENDPOINT: optionalWord,
  KMS_ENDPOINT: optionalWord,
  SSM_ENDPOINT: optionalWord,
  AWS_REGION: v.optional(v.string(), 'eu-central-1'),
})

export type Config = {
  tables: Record<TableName, string>
  /** Where people reach the system, without a slash at the end: `https://lernhaus.example.org`. */
  publicOrigin: string
  mailFrom: string
  mailConfigurationSet: string
  /** Names of the keys that sign certificates, the newest first; only that one signs, all are known. */
  signingKeys: string[]
  /** The same for the keys that sign credentials. */
  credentialKeys: string[]
  openid: { issuer: string; client: string; secret: string; logout: string }
  /** The mail address that may sign in as administrator before anybody else was invited. */
  firstAdministrator: string
  /** Origin of the house's own meeting room; empty where there is none. */
  roomOrigin: string
  /** Under which path the secrets of the meeting servers lie; empty where a function needs none. */
  secretsPath: string
  /** Where the files of the manifest lie. */
  filesFolder: string
  endpoints: { dynamodb: string; ses: string; kms: string; ssm: string }
  region: string
}

const wordsOf = (text: string): string[] => text.split(' ').filter((one) => one !== '')

/** Reads the environment once per function; a missing name stops the function before it serves anybody. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const e = v.parse(environmentSchema, environment)
  return {
    tables: {
      catalog: e.CATALOG_TABLE,
      people: e.PEOPLE_TABLE,
      outbox: e.OUTBOX_TABLE,
      office: e.OFFICE_TABLE,
      sensitive: e.SENSITIVE_TABLE,
    },
    publicOrigin: new URL(e.PUBLIC_ORIGIN).origin,
    mailFrom: e.MAIL_FROM,
    mailConfigurationSet: e.MAIL_CONFIGURATION_SET,
    signingKeys: wordsOf(e.SIGNING_KEYS),
    credentialKeys: wordsOf(e.CREDENTIAL_KEYS),
    openid: {
      issuer: e.OPENID_ISSUER,
      client: e.OPENID_CLIENT,
      secret: e.OPENID_SECRET,
      logout: e.OPENID_LOGOUT,
    },
    firstAdministrator: e.FIRST_ADMINISTRATOR,
    roomOrigin: e.ROOM_ORIGIN,
    secretsPath: e.MEETING_PARAMETERS,
    filesFolder: e.FILES_FOLDER,
    endpoints: {
      dynamodb: e.DYNAMODB_ENDPOINT,
      ses: e.SES_ENDPOINT,
      kms: e.KMS_ENDPOINT,
      ssm: e.SSM_ENDPOINT,
    },
    region: e.AWS_REGION,
  }
}
