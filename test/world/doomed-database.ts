/** A process that raises an engine on the file it is given, says where, and waits to be killed. */
import { startDatabase } from '../../infra/local/database.ts'

const database = await startDatabase({ engine: 'embedded', file: process.argv[2] ?? null })
console.log(database.endpoint)
