import type { RequestListener } from 'node:http'
import * as v from 'valibot'
import { readBody } from './gateway.ts'
import { keepSecretly, readKept } from './kept-file.ts'

/** What the real SDK sends; everything else about parameters is not needed here. */
const requestSchema = v.object({ Name: v.string(), Value: v.optional(v.string()) })

/** Secrets that are there from the beginning; one that somebody has set since stays as it is. */
export function layDownSecrets(file: string, secrets: Readonly<Record<string, string>>): void {
  const kept = (readKept(file) ?? {}) as Record<string, string>
  keepSecretly(file, `${JSON.stringify({ ...secrets, ...kept }, null, 2)}\n`)
}

/**
 * Stands in for the parameters of AWS Systems Manager: keeps secrets in one file that only its owner can read, asked by
 * the real SDK.
 */
export function parameters(file: string): RequestListener {
  const kept = new Map(Object.entries((readKept(file) ?? {}) as Record<string, string>))
  const save = () => keepSecretly(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)

  function answerTo(target: string, { Name, Value }: v.InferOutput<typeof requestSchema>) {
    switch (target) {
      case 'AmazonSSM.GetParameter': {
        const found = kept.get(Name)
        if (found === undefined) return refused('ParameterNotFound')
        return { status: 200, body: { Parameter: { Name, Type: 'SecureString', Value: found, Version: 1 } } }
      }
      case 'AmazonSSM.PutParameter':
        if (Value === undefined || Value.length > 4096) return refused('ValidationException')
        kept.set(Name, Value)
        save()
        return { status: 200, body: { Version: 1, Tier: 'Standard' } }
      case 'AmazonSSM.DeleteParameter':
        if (!kept.delete(Name)) return refused('ParameterNotFound')
        save()
        return { status: 200, body: {} }
      default:
        return refused('UnknownOperationException')
    }
  }

  return async (request, response) => {
    const body = await readBody(request, 64 * 1024)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), body?.toString('utf8'))
    const target = String(request.headers['x-amz-target'] ?? '')
    const answer = read.success ? answerTo(target, read.output) : refused('ValidationException')
    response
      .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer.body))
  }
}

const refused = (type: string) => ({ status: 400, body: { __type: type, message: type } })
