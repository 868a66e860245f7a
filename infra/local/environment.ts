import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { tableNames } from '../../functions/kernel/table.ts'
import { type FunctionEntry, tableEnvironment } from '../manifest.ts'
import { localRegion, localTableNames } from './database.ts'
import { openIdClient } from './openid.tsx'
import { people } from './people.ts'

/** The identity that the local mailbox takes mails from, as SES takes a verified domain. */
export const verifiedDomain = 'dachverband.example'

/** The ids of the keys in the local key store. */
export const localKeyIds = { certificates: 'local-signing-key', credentials: 'local-credential-key' }

/** Under which path the secrets of meeting servers lie. */
export const secretsPath = '/lernhaus/meeting'

export type Surroundings = {
  origins: { public: string; workbench: string; openid: string }
  filesFolder: string
  endpoints: { dynamodb: string; ses: string; kms: string; ssm: string }
}

/**
 * Gives the functions the environment that the stack gives them in AWS. They run in this process, so they share one;
 * keys of a real account that may lie around are hidden from them.
 */
export function setEnvironment(surroundings: Surroundings): void {
  const { origins, filesFolder, endpoints } = surroundings
  Object.assign(process.env, {
    ...Object.fromEntries(tableNames.map((name) => [tableEnvironment[name], localTableNames[name]])),
    PUBLIC_ORIGIN: origins.public,
    MAIL_FROM: `lernhaus@${verifiedDomain}`,
    MAIL_CONFIGURATION_SET: 'lernhaus',
    SIGNING_KEYS: localKeyIds.certificates,
    CREDENTIAL_KEYS: localKeyIds.credentials,
    OPENID_ISSUER: origins.openid,
    OPENID_CLIENT: openIdClient.id,
    OPENID_SECRET: openIdClient.secret,
    OPENID_LOGOUT: `${origins.openid}/logout`,
    FIRST_ADMINISTRATOR: people.find(({ role }) => role === 'administrator')?.email ?? '',
    ROOM_ORIGIN: origins.workbench,
    FILES_FOLDER: filesFolder,
    DYNAMODB_ENDPOINT: endpoints.dynamodb,
    SES_ENDPOINT: endpoints.ses,
    KMS_ENDPOINT: endpoints.kms,
    SSM_ENDPOINT: endpoints.ssm,
    MEETING_PARAMETERS: secretsPath,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
  })
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE']) delete process.env[name]
}

/** Lays the files that functions read side by side, as they lie beside the bundles in AWS. */
export function layOutFiles(projectFolder: string, folder: string, entries: readonly FunctionEntry[]): void {
  mkdirSync(folder, { recursive: true })
  const files = new Set(entries.flatMap((entry) => entry.files ?? []))
  for (const file of files) copyFileSync(join(projectFolder, file), join(folder, basename(file)))
}
