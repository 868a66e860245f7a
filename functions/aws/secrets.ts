import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import type { Secrets } from '../session/meeting/meeting.ts'
import type { Config } from './config.ts'

/** A secret that somebody changed is known everywhere after so long. */
const knownForMilliseconds = 5 * 60_000

/**
 * The secrets of meeting servers, as SecureString parameters in AWS Systems Manager: encrypted at rest with the
 * account's key, read one by one, and never in a table, an environment or a log.
 */
export function openSecrets(config: Config, clock: () => number = Date.now): Secrets {
  const client = new SSMClient({
    region: config.region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
    ...(config.endpoints.ssm && {
      endpoint: config.endpoints.ssm,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
  const known = new Map<string, { secret: string; until: number }>()
  const nameOf = (name: string) => `${config.secretsPath}/${name}`

  async function fetchSecret(name: string): Promise<string | undefined> {
    try {
      const asked = new GetParameterCommand({ Name: nameOf(name), WithDecryption: true })
      return (await client.send(asked)).Parameter?.Value
    } catch (fault) {
      if (fault instanceof ParameterNotFound) return undefined
      throw fault
    }
  }

  return {
    async read(name) {
      const cached = known.get(name)
      if (cached && clock() < cached.until) return cached.secret
      const secret = await fetchSecret(name)
      known.delete(name)
      if (secret !== undefined) known.set(name, { secret, until: clock() + knownForMilliseconds })
      return secret
    },
    async write(name, secret) {
      known.delete(name)
      await client.send(
        new PutParameterCommand({ Name: nameOf(name), Value: secret, Type: 'SecureString', Overwrite: true }),
      )
    },
    async remove(name) {
      known.delete(name)
      try {
        await client.send(new DeleteParameterCommand({ Name: nameOf(name) }))
      } catch (fault) {
        if (!(fault instanceof ParameterNotFound)) throw fault
      }
    },
  }
}
