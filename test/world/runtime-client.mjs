// Plays Lambda's own Node runtime: imports the handler, then asks for events and hands back answers, one at a time.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { _HANDLER = '', LAMBDA_TASK_ROOT = '', AWS_LAMBDA_RUNTIME_API } = process.env
const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`
const tell = (path, body) => fetch(`${api}/${path}`, { method: 'POST', body: JSON.stringify(body ?? null) })
const faultOf = (fault) => ({
  errorType: fault?.name ?? 'Error',
  errorMessage: String(fault?.message ?? fault),
  stackTrace: String(fault?.stack ?? '').split('\n'),
})

const [file = '', name = ''] = _HANDLER.split('.')
const module = await import(pathToFileURL(join(LAMBDA_TASK_ROOT, `${file}.mjs`)).href).catch(
  async (fault) => {
    await tell('init/error', faultOf(fault))
    process.exit(1)
  },
)

for (;;) {
  const next = await fetch(`${api}/invocation/next`)
  const id = next.headers.get('Lambda-Runtime-Aws-Request-Id')
  const deadline = Number(next.headers.get('Lambda-Runtime-Deadline-Ms'))
  const context = {
    awsRequestId: id,
    functionName: 'lernhaus',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  }
  try {
    await tell(`invocation/${id}/response`, await module[name](await next.json(), context))
  } catch (fault) {
    await tell(`invocation/${id}/error`, faultOf(fault))
  }
}
